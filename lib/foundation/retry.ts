import { setTimeout } from "node:timers/promises";

/**
 * Does `attempt` again as long as it gives back null: somebody else was quicker (an optimistic lock was lost) or holds what it
 * needs, so it has to read and decide anew. Gives back the first result that is not null; null when `tries` attempts have all
 * lost, and then the caller says so in words. After each lost attempt it waits `pauseMs` longer than after the one before. What
 * counts as lost is for the caller to say, and errors go straight through.
 */
export async function retry<Value>(
  attempt: () => Promise<Value | null>,
  { tries = 5, pauseMs = 0 } = {},
): Promise<Value | null> {
  for (let tried = 1; tried <= tries; tried++) {
    const value = await attempt();
    if (value !== null) return value;
    if (pauseMs > 0 && tried < tries) await setTimeout(pauseMs * tried);
  }
  return null;
}
