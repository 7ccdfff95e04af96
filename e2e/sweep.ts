import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { readNow } from "@/lib/people/auth/now";

const MOST_AT_ONCE = 1000;

/** Does what a step of the sweep has to do about these records, and leaves what is due of everybody else. */
export async function sweepThese<Row>(step: SweepStep<Row>, ids: readonly string[]): Promise<void> {
  const now = await readNow();
  const due = await step.findDue(now, null, MOST_AT_ONCE);
  const theirs = due.filter((row) => ids.includes(step.idOf(row)));
  if (theirs.length > 0) await step.step(theirs, now);
}
