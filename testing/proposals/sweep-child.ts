import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Proposal } from "@/lib/pairing/proposals/proposal";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";

// A process for sweep.db.test.ts: sweeps twenty rows at a time and dies, as hard as a machine does, at the point named.

const [point = "", now = ""] = process.argv.slice(2);
const die = (at: string) => {
  if (at === point) process.kill(process.pid, "SIGKILL");
};

await sweep(
  {
    ...proposalSweepStep,
    async findDue(at: Date, after: Proposal | null) {
      const rows = await proposalSweepStep.findDue(at, after, 20);
      die("found");
      return rows;
    },
    async step(rows: Proposal[], at: Date) {
      const counts = await proposalSweepStep.step(rows, at);
      die("saved");
      return counts;
    },
  },
  new Date(now),
);
