import type { Clockwork, Counts } from "./clockwork";

/** Rows per step: large enough that the database works and not the wire, small enough to hold in memory and to repeat. */
export const BATCH_SIZE = 1000;

/** Who is told of what failed. */
export interface Failures<Row> {
  /** A batch failed and is done again row by row. */
  ofBatch(error: unknown): void;
  /** A row failed by itself, and stays as it is. */
  ofRow(row: Row, error: unknown): Promise<void>;
}

/**
 * Goes through everything whose time has come, batch by batch, each after the last row of the one before; returns what was
 * done, counted. A row that fails stops neither its batch nor the ones after it. Knows nothing of a database.
 */
export async function stepThrough<Row>(clockwork: Clockwork<Row>, now: Date, failures: Failures<Row>): Promise<Counts> {
  const counts: Counts = {};
  for (let found = clockwork.findDue(now, null, BATCH_SIZE); ; ) {
    const rows: Row[] = await found;
    const last = rows.at(-1);
    if (last === undefined) return counts;
    // Found while this batch is done, which brings none behind its last row forward. If finding fails, it is said in its turn.
    found = clockwork.findDue(now, last, BATCH_SIZE);
    found.catch(() => {});
    try {
      add(counts, await clockwork.step(rows, now));
    } catch (error) {
      failures.ofBatch(error);
      for (const row of rows) add(counts, await stepAlone(clockwork, row, now, failures));
    }
  }
}

async function stepAlone<Row>(clockwork: Clockwork<Row>, row: Row, now: Date, failures: Failures<Row>): Promise<Counts> {
  try {
    return await clockwork.step([row], now);
  } catch (error) {
    await failures.ofRow(row, error);
    return { failed: 1 };
  }
}

function add(counts: Counts, more: Counts): void {
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count;
}
