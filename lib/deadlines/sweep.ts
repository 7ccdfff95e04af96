import { db } from "@/lib/db/client";
import { describeDefect, log } from "@/lib/log";
import type { Clockwork } from "./clockwork";

/** Rows per step: large enough that the database works and not the wire, small enough to hold in memory and to repeat. */
const BATCH_SIZE = 1000;

export type Counts = Record<string, number>;

/**
 * One run over everything of one kind whose time has come, in batches. Safe late, twice, and in parallel; stopping it
 * anywhere loses nothing, since each step is whole and the next run finds what is left. A row that fails is recorded as
 * a finding and does not stop the rest. Memory does not grow with the backlog.
 */
export async function sweep<Row>(clockwork: Clockwork<Row>, now: Date): Promise<Counts> {
  const counts: Counts = {};
  let after: Row | null = null;
  for (;;) {
    const rows: Row[] = await clockwork.findDue(now, after, BATCH_SIZE);
    const last = rows.at(-1);
    if (last === undefined) return counts;
    after = last;
    try {
      add(counts, await clockwork.step(rows, now));
    } catch (error) {
      log().warn(
        { clockwork: clockwork.name, defect: describeDefect(error) },
        "a batch of the sweep failed; going on row by row",
      );
      for (const row of rows) add(counts, await stepAlone(clockwork, row, now));
    }
  }
}

async function stepAlone<Row>(clockwork: Clockwork<Row>, row: Row, now: Date): Promise<Counts> {
  try {
    return await clockwork.step([row], now);
  } catch (error) {
    const key = `sweep:${clockwork.name}:${clockwork.idOf(row)}`;
    const finding = {
      kind: "sweep-failed",
      subjectId: clockwork.idOf(row),
      detail: describeDefect(error),
      foundAt: now,
      clearedAt: null,
    };
    await db().finding.upsert({ where: { key }, create: { key, ...finding }, update: finding, select: { key: true } });
    return { failed: 1 };
  }
}

function add(counts: Counts, more: Counts): void {
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count;
}
