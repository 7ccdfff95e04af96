import { db } from "@/lib/foundation/db/client";
import type { Counts } from "./sweep-step";

/**
 * Records the start of a run and then its counts, or that it stopped half-way. The health check and staff see these records.
 * @throws what stopped it.
 */
export async function recordRun(
  startedAt: Date,
  work: () => Promise<Counts>,
  finishedAt: () => Promise<Date>,
): Promise<Counts> {
  const { id } = await db().sweepRun.create({ data: { startedAt }, select: { id: true } });
  const counts = await work().catch(async (error: unknown) => {
    // If this cannot be saved either, the health check soon reports the sweep as late.
    await db()
      .sweepRun.update({ where: { id }, data: { counts: { stopped: 1 } }, select: { id: true } })
      .catch(() => {});
    throw error;
  });
  await db().sweepRun.update({ where: { id }, data: { finishedAt: await finishedAt(), counts }, select: { id: true } });
  return counts;
}

/** The last run that finished; null before the first. */
export async function findLastRun(): Promise<{ startedAt: Date; finishedAt: Date | null; counts: unknown } | null> {
  return db().sweepRun.findFirst({
    where: { finishedAt: { not: null } },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true, finishedAt: true, counts: true },
  });
}

/** For the nightly job: deletes the records of runs from before then. Returns how many. */
export async function forgetRuns(before: Date): Promise<number> {
  return (await db().sweepRun.deleteMany({ where: { startedAt: { lt: before } } })).count;
}
