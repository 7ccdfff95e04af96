import { spawn } from "node:child_process";

const KEPT_CHARACTERS = 4000;
const PATIENCE_MILLISECONDS = 180_000;
const KILL_AFTER_MILLISECONDS = 10_000;
const PRELOAD = new URL("leave-with-parent.mjs", import.meta.url).href;

/**
 * The long-running processes of the product. They start one after the other and stop in the opposite order. If one ends by
 * itself, `onDeath` gets its name and last output, so that the others can be stopped. `listen(name)` returns a listener for
 * everything that it prints.
 */
export function makeChildren(onDeath, listen) {
  const children = [];
  let isStopping = false;

  /** Starts `node args…`, waits until `isReady` (given its output) returns a value, and returns that. */
  async function start(name, args, env, isReady) {
    // In a process group of their own, so that Ctrl-C only reaches us and we can stop them in order.
    const child = spawn(process.execPath, ["--import", PRELOAD, ...args], {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env, CONNECT_PARENT: String(process.pid) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    });
    const entry = { name, child, said: "", isQuiet: true };
    children.push(entry);
    for (const [stream, out] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      const hear = listen?.(name);
      stream.on("data", (chunk) => {
        hear?.(chunk);
        entry.said = (entry.said + chunk).slice(-KEPT_CHARACTERS);
        if (!entry.isQuiet) out.write(chunk);
      });
    }
    entry.ended = new Promise((resolve) => child.once("close", resolve));
    const death = entry.ended.then((code) => {
      entry.isOver = true;
      if (!isStopping) throw new ChildDied(name, code, entry.said.trim());
    });
    death.catch((error) => entry.isReady && onDeath(error));
    const found = await Promise.race([
      waitUntil(
        () => isReady(entry.said),
        name,
        () => entry.said,
      ),
      death,
    ]);
    entry.isReady = true;
    return found;
  }

  /** From now on what they say is shown. */
  function speak() {
    for (const entry of children) entry.isQuiet = false;
  }

  async function stop() {
    isStopping = true;
    for (const entry of children.toReversed()) {
      if (entry.isOver) continue;
      entry.child.kill("SIGTERM");
      const force = setTimeout(() => entry.child.kill("SIGKILL"), KILL_AFTER_MILLISECONDS);
      await entry.ended;
      clearTimeout(force);
    }
  }

  /** Of the newest one with this name. */
  function pidOf(name) {
    return children.findLast((entry) => entry.name === name)?.child.pid;
  }

  return { start, speak, stop, pidOf };
}

export class ChildDied extends Error {
  constructor(name, code, said) {
    super(`${name} has stopped${code ? ` (exit code ${code})` : ""}.${said ? ` Its last words:\n${said}` : ""}`);
  }
}

async function waitUntil(isReady, name, said) {
  for (let waited = 0; waited < PATIENCE_MILLISECONDS; waited += 100) {
    const found = await isReady();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} did not become ready within ${PATIENCE_MILLISECONDS / 1000} s.\n${said()}`);
}
