import { setTimeout as sleep } from "node:timers/promises";

/** No answer about an account is quicker: one mail more or less would show in the milliseconds that the statements take. */
const LEAST_MS = 50;

/** Does the work, and takes as long over little of it as over much. */
export async function inEqualTime(work: () => Promise<void>): Promise<void> {
  await Promise.all([work(), sleep(LEAST_MS)]);
}
