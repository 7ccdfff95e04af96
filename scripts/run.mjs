import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const HEARTBEAT_SECONDS = 15;
const KEPT_CHARACTERS = 12_000;
const running = new Set();

/** A step that went wrong, with what it said. */
export class StepFailed extends Error {
  constructor(title, said) {
    super(`${title} failed.`);
    this.said = said;
  }
}

/**
 * Runs one command to its end, saying meanwhile that it is alive. Quiet when it goes well; `isLoud` passes through what it
 * says, by whole lines, since others may be speaking too. Returns what it wrote to its standard output.
 */
export async function run(title, command, args, { env = {}, isLoud = false } = {}) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log(`${title} …`);
  const heartbeat = isLoud ? undefined : setInterval(() => console.log(`${title} … ${seconds()} s`), HEARTBEAT_SECONDS * 1000);
  const colour = isLoud && process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = spawn(command, args, {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...colour, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (isLoud) for (const stream of [child.stdout, child.stderr]) passOn(stream);
  running.add(child);
  let said = "";
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
    said = (said + chunk).slice(-KEPT_CHARACTERS);
  });
  child.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-KEPT_CHARACTERS);
  });
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      said += error.message;
      resolve(1);
    });
    child.once("close", (exitCode) => resolve(exitCode ?? 1));
  });
  running.delete(child);
  clearInterval(heartbeat);
  if (code !== 0) throw new StepFailed(title, said.trim());
  return output;
}

function passOn(stream) {
  createInterface({ input: stream }).on("line", (line) => console.log(line));
}

/** Runs one of the project's own TypeScript files. */
export function runTypeScript(title, file, options = {}) {
  return run(title, process.execPath, ["--import", "tsx", file], options);
}

/** Ends the commands that are still running, when we are told to stop. */
export function stopRunning() {
  for (const child of running) child.kill("SIGTERM");
}
