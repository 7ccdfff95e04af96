import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 500;

/**
 * A signal to `npm start` ends npm, and usually the shell in between, but is not passed on: we would keep running and hold the
 * ports. So once npm or the shell is gone, we behave as if the signal had come to us.
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
