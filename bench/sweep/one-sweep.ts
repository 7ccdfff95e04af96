/** One sweep of the proposals in a process of its own. Says in one line of JSON what it did, how long that took and what it held. */
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Proposal } from "@/lib/pairing/proposals/proposal";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { NOW } from "./backlog";

export interface SweepReport {
  counts: Record<string, number>;
  seconds: number;
  /** The most memory that was held after a batch, in MB: of objects that are still of use, and of the process. */
  heap: number;
  resident: number;
}

/** Batches from one collection of what is of no use any more to the next: often enough to see what is left. */
const COLLECT_EVERY = 10;
let batches = 0;
const report: SweepReport = { counts: {}, seconds: 0, heap: 0, resident: 0 };
const watched = {
  ...proposalSweepStep,
  async step(rows: Proposal[], now: Date) {
    const counts = await proposalSweepStep.step(rows, now);
    report.resident = Math.max(report.resident, process.memoryUsage.rss() / 1e6);
    if (++batches % COLLECT_EVERY === 0) {
      globalThis.gc?.();
      report.heap = Math.max(report.heap, process.memoryUsage().heapUsed / 1e6);
    }
    return counts;
  },
};
// The first query opens the connection and reads the client's engine.
await proposalSweepStep.findDue(new Date(0), null, 1);
const before = performance.now();
report.counts = await sweep(watched, NOW);
report.seconds = (performance.now() - before) / 1000;
console.log(JSON.stringify(report));
process.exit(0);
