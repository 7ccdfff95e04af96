import { pause } from "@/lib/foundation/in-pieces";

/** Rows in each statement: its locks are held briefly. */
const BATCH_SIZE = 5_000;
/** A night removes as many of one kind at most, so that a society that shortens its days does not stop everything for an hour. */
const MOST_A_NIGHT = 200_000;

/**
 * Calls `remove`, which removes up to `limit` rows in one statement and returns how many, until nothing is left or the night has
 * done enough. Stopped anywhere it has done what it has done.
 */
export async function forgetInBatches(remove: (limit: number) => Promise<number>): Promise<number> {
  for (let removed = 0; ; await pause()) {
    const count = await remove(Math.min(BATCH_SIZE, MOST_A_NIGHT - removed));
    removed += count;
    if (count < BATCH_SIZE || removed >= MOST_A_NIGHT) return removed;
  }
}
