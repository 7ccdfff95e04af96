import { AsyncLocalStorage } from "node:async_hooks";
import type { Heard } from "./result";

interface Hearing {
  last: string | null;
}

// On globalThis, because the bundles of pages and routes each contain this file.
const kept = globalThis as { connectHearings?: AsyncLocalStorage<Hearing> } & Heard;
kept.connectHearings ??= new AsyncLocalStorage();
const hearings = kept.connectHearings;
kept.connectHearRefusal = (reason) => {
  const hearing = hearings.getStore();
  if (hearing) hearing.last = reason;
};

/** Does the work, and says for which reason a command in it was refused last; null if none was. */
export async function hearing<Value>(work: () => Promise<Value>): Promise<{ value: Value; refused: string | null }> {
  const heard: Hearing = { last: null };
  const value = await hearings.run(heard, work);
  return { value, refused: heard.last };
}
