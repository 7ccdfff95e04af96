import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/foundation/db/client";

/** How often each point is died at: once in `npm test`, fifty times in `npm run test:failure`. */
export const DEATHS = Number(process.env.DEATHS || 1);

/** Runs a script of ours as a process of its own, on this test's database, until it kills itself as it was told to. */
export async function killedIn(script: string, args: string[]): Promise<void> {
  if (!(await runDying(script, args))) throw new Error(`${script} was to be killed at ${args.join(" ")}, but was not.`);
}

/** The same for one that may come to its end before. Whether it was killed. */
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

/** What a killed process had asked for last is done all the same, a little later. */
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
 * Dies at one statement after the other, at each of its moments, until none is left to die at; in `npm test` at one of them alone.
 * `each` says whether it has died. Returns how often.
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
