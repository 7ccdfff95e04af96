import { AsyncLocalStorage } from "node:async_hooks";

// Of the process: the bundles of pages and of routes each have this file, and a chain of calls may cross them.
const kept = globalThis as { connectPatience?: AsyncLocalStorage<true> };
kept.connectPatience ??= new AsyncLocalStorage();
const patience = kept.connectPatience;

/** All that `work` asks of the database may take minutes, and takes no connection away from requests. */
export function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  return patience.run(true, work);
}

/** Whether this is part of work that nobody waits for. */
export function isPatient(): boolean {
  return patience.getStore() === true;
}
