import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { describeDefect, log } from "@/lib/foundation/log";

/**
 * About a megabyte that the database has to put on its disk for a moment: a question alone is answered from memory however full
 * the disk is. Needs no right to write anywhere.
 */
export const TAKE_ROOM = ["SET LOCAL work_mem = '64kB'", "SELECT count(*) FROM generate_series(1, 50000)"] as const;

/** Anybody may ask for our health, and each time costs the database a little. */
const GOOD_FOR_MS = 30_000;
let goodUntil = 0;

/** Whether the database can write: it has room, and is no copy that only lets itself be read. `take` is another way, for tests. */
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
  const [settings] = await db().$transaction([
    db().$queryRaw<{ isReadOnly: boolean }[]>`SELECT current_setting('transaction_read_only') = 'on' AS "isReadOnly"`,
    ...TAKE_ROOM.map((statement) => db().$executeRawUnsafe(statement)),
  ]);
  return (settings as { isReadOnly: boolean }[])[0]?.isReadOnly === false;
}
