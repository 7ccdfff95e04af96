import { sweepSteps } from "@/lib/entrypoints/sweep-steps";
import { sweep } from "@/lib/foundation/deadlines/sweep";

// A process for tests of one step of the sweep: goes through what is due, five rows at a time, and dies, as hard as a machine does,
// at the point named.

const [name = "", point = "", now = ""] = process.argv.slice(2);
const die = (at: string) => {
  if (at === point) process.kill(process.pid, "SIGKILL");
};
const sweepStep = sweepSteps("Europe/London").find((one) => one.name === name);
if (!sweepStep) throw new Error(`There is no step of the sweep called ${name}.`);

await sweep(
  {
    ...sweepStep,
    async findDue(at: Date, after: unknown) {
      const rows = await sweepStep.findDue(at, after, 5);
      die("found");
      return rows;
    },
    async step(rows: unknown[], at: Date) {
      const counts = await sweepStep.step(rows, at);
      die("saved");
      return counts;
    },
  },
  new Date(now),
);
