import { runNightly, runSweep } from "@/lib/entrypoints/scheduled-work";
import { db } from "@/lib/foundation/db/client";
import type { Counts } from "@/lib/foundation/deadlines/sweep-step";
import { readNow } from "@/lib/people/auth/now";

const SECONDS_PER_DAY = 24 * 60 * 60;

/**
 * The demonstration's: lets days pass on the product's clock, one by one, with a sweep on each and the nightly work at the
 * end, as they would pass by themselves. Back to today is not on offer: what has happened has happened. Returns what the
 * sweeps did, and the time it then is.
 */
export async function letDaysPass(days: number): Promise<{ now: Date; counts: Counts }> {
  const total: Counts = {};
  for (let day = 0; day < days; day++) {
    await db().$executeRaw`
      INSERT INTO "demo_clock" ("id", "offsetSeconds") VALUES (1, ${SECONDS_PER_DAY})
      ON CONFLICT ("id") DO UPDATE SET "offsetSeconds" = "demo_clock"."offsetSeconds" + ${SECONDS_PER_DAY}`;
    const counts = await runSweep(await readNow());
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  }
  await runNightly(await readNow());
  return { now: await readNow(), counts: total };
}
