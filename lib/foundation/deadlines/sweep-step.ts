/** Something whose time comes: a table with a `dueAt`, as its concept presents it to the sweep. */
export interface SweepStep<Row> {
  name: string;
  /** Rows whose time has come, oldest first, after the row given; at most `limit`. */
  findDue(now: Date, after: Row | null, limit: number): Promise<Row[]>;
  /** Does what is due to these rows, as one step, leaving out what another sweep holds. Returns what was done, counted. */
  step(rows: Row[], now: Date): Promise<Record<string, number>>;
  /** What a row is called in a finding. */
  idOf(row: Row): string;
}

/** What was done, and how often. */
export type Counts = Record<string, number>;
