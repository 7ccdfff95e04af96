import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { describeDefect, log } from "@/lib/foundation/log";

/**
 * A query that spills about a megabyte to disk: a plain query would be answered from memory even if the disk were full. It
 * needs no right to write.
 */
export const TAKE_ROOM = ["SET LOCAL work_mem = '64kB'", "SELECT count(*) FROM generate_series(1, 50000)"] as const;

/** Cached, because anybody may request our health, and each check costs the database a little. */
const GOOD_FOR_MS = 30_000;
let goodUntil = 0;

/** Whether the database can write: it has free space and is not a read-only replica. Tests replace `take`. */
export async function canWrite(take: () => Promise<boolean> = takeRoom, now = readRealClock()): Promise<boolean> {
  if (now < goodUntil) return true;
  try {
    const isGood = await take();
    if (isGood) goodUntil = now + GOOD_FOR_MS;
    return isGood;
  } catch (error) {
    log().error({ defect: describeDefect(error) }, "the database cannot write");
    return false;
  }
}

async function takeRoom(): Promise<boolean> {
  return db().$transaction(async (step) => {
    const [settings] = await step.$queryRaw<{ isReadOnly: boolean }[]>`
      SELECT current_setting('transaction_read_only') = 'on' AS "isReadOnly"`;
    for (const statement of TAKE_ROOM) await step.$executeRawUnsafe(statement);
    return settings?.isReadOnly === false;
  });
}
