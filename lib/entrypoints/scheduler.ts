import { Cron } from "croner";
import { runNightly, runSweep } from "@/lib/entrypoints/scheduled-work";
import { describeDefect, log } from "@/lib/foundation/log";
import { withLongStatements } from "@/lib/foundation/long-statements";
import { readNow } from "@/lib/people/auth/now";

/** How often, where no platform does it for us. Any number of processes may do this beside each other. */
const SWEEP_PATTERN = "*/5 * * * *";
const NIGHTLY_PATTERN = "30 3 * * *";

/**
 * Starts the clock inside this process. A run that is still going is not started again; one that fails, as when the database is
 * away, is in the log, and the next one finds what it left. `patterns` are others, for tests. Returns what stops it.
 */
export function startScheduler(patterns = { sweep: SWEEP_PATTERN, nightly: NIGHTLY_PATTERN }): () => void {
  const start = (pattern: string, name: string, work: (now: Date) => Promise<Record<string, number>>) =>
    new Cron(pattern, { name, protect: true, unref: true, catch: report }, async () => {
      log().info({ run: name, done: await withLongStatements(async () => work(await readNow())) }, "a scheduled job ran");
    });
  const sweeps = start(patterns.sweep, "sweep", runSweep);
  const clocks = [sweeps, start(patterns.nightly, "nightly", runNightly)];
  // What fell due while no process was there does not wait for the next round, and nobody is told that no sweep has run.
  void sweeps.trigger();
  return () => {
    for (const clock of clocks) clock.stop();
  };
}

function report(error: unknown): void {
  log().error({ defect: describeDefect(error) }, "a scheduled job failed");
}
