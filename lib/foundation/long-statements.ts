import { AsyncLocalStorage } from "node:async_hooks";

// Of the process: the bundles of pages and of routes each have this file, and a chain of calls may cross them.
const kept = globalThis as { connectLongStatements?: AsyncLocalStorage<true> };
kept.connectLongStatements ??= new AsyncLocalStorage();
const storage = kept.connectLongStatements;

/** All that `work` asks of the database may take minutes, and takes no connection away from requests. */
export function withLongStatements<Value>(work: () => Promise<Value>): Promise<Value> {
  return storage.run(true, work);
}

/** Whether this is part of work that nobody waits for. */
export function mayRunLongStatements(): boolean {
  return storage.getStore() === true;
}
