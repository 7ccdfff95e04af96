import { Cron } from "croner";
import { readNow } from "@/lib/auth/now";
import { describeDefect, log } from "@/lib/log";
import { runNightly, runSweep } from "@/lib/scheduled-work";

/** How often, where no platform does it for us. Any number of processes may do this beside each other. */
const SWEEP_PATTERN = "*/5 * * * *";
const NIGHTLY_PATTERN = "30 3 * * *";

/** Starts the clock inside this process. A run that is still going is not started again. */
export function startScheduler(): void {
  const start = (pattern: string, name: string, work: (now: Date) => Promise<Record<string, number>>) =>
    new Cron(pattern, { name, protect: true, unref: true, catch: report }, async () => {
      log().info({ run: name, done: await work(await readNow()) }, "the clock ran");
    });
  start(SWEEP_PATTERN, "sweep", runSweep);
  start(NIGHTLY_PATTERN, "nightly", runNightly);
}

function report(error: unknown): void {
  log().error({ defect: describeDefect(error) }, "the clock failed");
}
