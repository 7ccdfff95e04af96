import type { Counts, SweepStep } from "./sweep-step";

/** Rows in each step: enough that round trips do not dominate, few enough to hold in memory and to repeat. */
export const BATCH_SIZE = 1000;

/** Called for each failure. */
export interface Failures<Row> {
  /** A batch failed and is retried row by row. */
  ofBatch(error: unknown): void;
  /** A single row failed and is left unchanged. */
  ofRow(row: Row, error: unknown): Promise<void>;
}

/** Batches in flight: while the database saves one, the next is loaded and decided. */
const AT_ONCE = 2;

/**
 * Processes everything that is due, in batches, each starting after the last row of the one before, and returns the counts. A
 * row that fails stops neither its batch nor later ones. If loading fails, batches in flight are finished before the error is
 * thrown.
 */
export async function stepThrough<Row>(sweepStep: SweepStep<Row>, now: Date, failures: Failures<Row>): Promise<Counts> {
  const counts: Counts = {};
  const batches = findBatches(sweepStep, now);
  const lane = async () => {
    for await (const rows of batches) add(counts, await stepBatch(sweepStep, rows, now, failures));
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return counts;
}

/** Yields one batch at a time. Processing a batch never makes rows due that sort before its last row. */
async function* findBatches<Row>(sweepStep: SweepStep<Row>, now: Date): AsyncGenerator<Row[], void> {
  for (let after: Row | null = null; ; ) {
    const rows: Row[] = await sweepStep.findDue(now, after, BATCH_SIZE);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    yield rows;
  }
}

async function stepBatch<Row>(sweepStep: SweepStep<Row>, rows: Row[], now: Date, failures: Failures<Row>): Promise<Counts> {
  try {
    return await sweepStep.step(rows, now);
  } catch (error) {
    failures.ofBatch(error);
    const counts: Counts = {};
    for (const row of rows) add(counts, await stepAlone(sweepStep, row, now, failures));
    return counts;
  }
}

async function stepAlone<Row>(sweepStep: SweepStep<Row>, row: Row, now: Date, failures: Failures<Row>): Promise<Counts> {
  try {
    return await sweepStep.step([row], now);
  } catch (error) {
    await failures.ofRow(row, error);
    return { failed: 1 };
  }
}

function add(counts: Counts, more: Counts): void {
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count;
}
