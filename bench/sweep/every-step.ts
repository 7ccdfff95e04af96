/** One sweep of every step in a process of its own. Says in one line of JSON what was due, what was done, and how long it took. */
import { sweepSteps } from "@/lib/entrypoints/sweep-steps";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { withLongStatements } from "@/lib/foundation/long-statements";

export interface StepReport {
  name: string;
  /** As System counts it; null where it does not. */
  overdue: number | null;
  counts: Record<string, number>;
  seconds: number;
}

const now = new Date(process.argv[2] ?? "");
const reports: StepReport[] = [];
for (const step of sweepSteps("Europe/London")) {
  const [counted] = step.overdue ? await db().$queryRaw<{ overdue: number }[]>`${step.overdue.count(now)}` : [];
  const before = performance.now();
  // As the route of a scheduler does it.
  const counts = await withLongStatements(() => sweep(step, now));
  reports.push({ name: step.name, overdue: counted?.overdue ?? null, counts, seconds: (performance.now() - before) / 1000 });
}
console.log(JSON.stringify(reports));
process.exit(0);
