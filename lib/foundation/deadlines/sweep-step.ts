import type { Prisma } from "@/lib/foundation/db/client";

/** One concept's part in the sweep: what is due in its table, and what to do about it. */
export interface SweepStep<Row> {
  name: string;
  /** Rows that are due, oldest first, after the given row; at most `limit`. */
  findDue(now: Date, after: Row | null, limit: number): Promise<Row[]>;
  /** Processes these rows in one step, skipping rows that another sweep has locked, and returns the counts. */
  step(rows: Row[], now: Date): Promise<Record<string, number>>;
  /** The id under which a finding names the row. */
  idOf(row: Row): string;
  /** What of it the sweep has left undone, for System; null where another step's instant makes it due. */
  overdue: Overdue | null;
}

/** What System has to know of something with a clock. */
export type CountedStep = Pick<SweepStep<unknown>, "name" | "overdue">;

/** Beyond this, what is overdue is "more than": System costs a monitor the same, however much the sweep has left undone. */
export const MOST_COUNTED = 50;

/** Due rows, as System counts them. */
export interface Overdue {
  /** What they are called: one, and several. */
  words: readonly [one: string, several: string];
  /** A SELECT of "overdue", how many up to one more than MOST_COUNTED, and "since", when the oldest was due. It is part of one statement, so it uses an index. */
  count(now: Date): Prisma.Sql;
}

/** How often each thing was done. */
export type Counts = Record<string, number>;
