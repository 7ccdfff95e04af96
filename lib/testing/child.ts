import { spawn } from "node:child_process";

/** Runs a script of ours as a process of its own, on this test's database, until it kills itself as it was told to. */
export async function killedIn(script: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let complaints = "";
  child.stderr.on("data", (chunk) => {
    complaints += chunk;
  });
  const signal = await new Promise((resolve) => child.on("exit", (_code, by) => resolve(by)));
  if (signal !== "SIGKILL") throw new Error(`${script} was to be killed at ${args[0]}, but was not: ${complaints}`);
}
