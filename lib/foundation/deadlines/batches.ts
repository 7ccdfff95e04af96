import type { Counts, SweepStep } from "./sweep-step";

/** Rows per step: large enough that the database works and not the wire, small enough to hold in memory and to repeat. */
export const BATCH_SIZE = 1000;

/** Who is told of what failed. */
export interface Failures<Row> {
  /** A batch failed and is done again row by row. */
  ofBatch(error: unknown): void;
  /** A row failed by itself, and stays as it is. */
  ofRow(row: Row, error: unknown): Promise<void>;
}

/** Batches in hand at once: while the database saves one, the next is found and decided. */
const AT_ONCE = 2;

/**
 * Goes through everything whose time has come, batch by batch, each after the last row of the one before; returns what was
 * done, counted. A row that fails stops neither its batch nor the ones after it. If finding fails, what is in hand is done
 * before that is thrown. Knows nothing of a database.
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

/** One batch at a time, whoever asks. What is done to a batch brings none behind its last row forward. */
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
