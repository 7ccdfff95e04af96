import { db } from "@/lib/db/client";
import { findLastRun } from "@/lib/deadlines/runs";
import { describeDefect, log } from "@/lib/log";

interface Health {
  ok: boolean;
  database: "reachable" | "unreachable";
  /** When the clock last finished a run; null before the first, or when the database does not say. */
  lastSweepAt: string | null;
}

export async function readHealth(): Promise<Health> {
  try {
    await db().$queryRaw`SELECT 1`;
    const run = await findLastRun();
    return { ok: true, database: "reachable", lastSweepAt: run?.finishedAt?.toISOString() ?? null };
  } catch (error) {
    log().error({ defect: describeDefect(error) }, "the database is unreachable");
    return { ok: false, database: "unreachable", lastSweepAt: null };
  }
}
