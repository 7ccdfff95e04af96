import { setTimeout as sleep } from "node:timers/promises";

/**
 * All answers about accounts take the same time: otherwise the milliseconds for one more mail would reveal which accounts
 * exist.
 */
const LEAST_MS = 50;

/** Does the work, and takes equally long however little of it there is. */
export async function inEqualTime(work: () => Promise<void>): Promise<void> {
  await Promise.all([work(), sleep(LEAST_MS)]);
}
