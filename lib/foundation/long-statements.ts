import { AsyncLocalStorage } from "node:async_hooks";

// On globalThis, because the bundles of pages and routes each contain this file, and a chain of calls may cross them.
const kept = globalThis as { connectLongStatements?: AsyncLocalStorage<true> };
kept.connectLongStatements ??= new AsyncLocalStorage();
const storage = kept.connectLongStatements;

/** Inside `work`, database statements may take minutes. They use a second connection pool, so that requests keep theirs. */
export function withLongStatements<Value>(work: () => Promise<Value>): Promise<Value> {
  return storage.run(true, work);
}

/** Whether we are inside `withLongStatements`. */
export function mayRunLongStatements(): boolean {
  return storage.getStore() === true;
}
