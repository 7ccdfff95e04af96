import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Case } from "@/lib/mentoring/check-ins/check-in";
import { checkInSweepStep } from "@/lib/mentoring/check-ins/sweep-step";

// A process for check-ins.db.test.ts: sweeps five rows at a time and dies, as hard as a machine does, at the point named.

const [point = "", now = ""] = process.argv.slice(2);
const die = (at: string) => {
  if (at === point) process.kill(process.pid, "SIGKILL");
};

await sweep(
  {
    ...checkInSweepStep,
    async findDue(at: Date, after: Case | null) {
      const rows = await checkInSweepStep.findDue(at, after, 5);
      die("found");
      return rows;
    },
    async step(rows: Case[], at: Date) {
      const counts = await checkInSweepStep.step(rows, at);
      die("saved");
      return counts;
    },
  },
  new Date(now),
);
