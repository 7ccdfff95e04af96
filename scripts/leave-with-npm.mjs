import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 500;

/**
 * A signal for `npm start` or its like ends npm, and mostly the shell between, and is passed on to nobody: we would go on alone,
 * and hold the ports. So whoever was begun by npm is told as if the signal had come here, once either of the two is gone.
 */
export function leaveWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const [shell, npm] = [process.ppid, parentOf(process.ppid)];
  const look = () => {
    if (process.ppid !== shell || parentOf(shell) !== npm) process.kill(process.pid, "SIGTERM");
  };
  setInterval(look, LOOK_EVERY_MS).unref();
}

/** Null where a system does not say. */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[1];
  } catch {
    return null;
  }
}
