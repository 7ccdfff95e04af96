import { db } from "@/lib/foundation/db/client";
import type { Counts } from "./sweep-step";

/**
 * Writes down that a run began, and afterwards what it did, or that it stopped half-way: what health and staff know of the sweep.
 * @throws what stopped it.
 */
export async function recordRun(
  startedAt: Date,
  work: () => Promise<Counts>,
  finishedAt: () => Promise<Date>,
): Promise<Counts> {
  const { id } = await db().sweepRun.create({ data: { startedAt }, select: { id: true } });
  const counts = await work().catch(async (error: unknown) => {
    // Where this cannot be written either, the sweep is late before long.
    await db()
      .sweepRun.update({ where: { id }, data: { counts: { stopped: 1 } }, select: { id: true } })
      .catch(() => {});
    throw error;
  });
  await db().sweepRun.update({ where: { id }, data: { finishedAt: await finishedAt(), counts }, select: { id: true } });
  return counts;
}

/** The last run that came to its end; null before the first. */
export async function findLastRun(): Promise<{ startedAt: Date; finishedAt: Date | null; counts: unknown } | null> {
  return db().sweepRun.findFirst({
    where: { finishedAt: { not: null } },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true, finishedAt: true, counts: true },
  });
}
