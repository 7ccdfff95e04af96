import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/foundation/db/client";

/** How often a process is killed at each point: once in `npm test`, fifty times in `npm run test:failure`. */
export const DEATHS = Number(process.env.DEATHS || 1);

/** Runs a script as a child process on this test's database until it kills itself as told. */
export async function killedIn(script: string, args: string[]): Promise<void> {
  if (!(await runDying(script, args))) throw new Error(`${script} was to be killed at ${args.join(" ")}, but was not.`);
}

/** The same for a script that may finish first. Returns whether it was killed. */
export async function runDying(script: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  child.stderr.on("data", (chunk) => {
    complaints += chunk;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on("exit", (...how) => resolve(how)),
  );
  if (signal === "SIGKILL") {
    await untilDatabaseRests();
    return true;
  }
  if (code !== 0) throw new Error(`${script} ${args.join(" ")} failed: ${complaints}`);
  return false;
}

/** The database still finishes the last statement of a killed process, a little later. */
async function untilDatabaseRests(): Promise<void> {
  for (;;) {
    const [row] = await db().$queryRaw<{ busy: number }[]>`
      SELECT count(*)::integer AS "busy" FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()`;
    if (row?.busy === 0) return;
    await sleep(10);
  }
}

export type Moment = "unsent" | "sent" | "answered";
const MOMENTS: readonly Moment[] = ["unsent", "sent", "answered"];

/**
 * Kills the process at every statement, before, during and after it, until a run finishes; in `npm test`, at only one of these
 * moments. `each` returns whether it was killed. Returns how often it was.
 */
export async function dieEverywhere(inTests: number, each: (nth: number, moment: Moment) => Promise<boolean>): Promise<number> {
  if (DEATHS === 1) return (await each(inTests, "sent")) ? 1 : 0;
  let deaths = 0;
  for (let nth = 1; nth < 200; nth++) {
    const before = deaths;
    for (const moment of MOMENTS) if (await each(nth, moment)) deaths += 1;
    if (deaths === before) return deaths;
  }
  throw new Error("It never came to its end.");
}
