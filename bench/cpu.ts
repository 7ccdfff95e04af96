import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second. */
const TICKS = 100;

/** Seconds of a processor that these processes have taken until now; NaN where the system does not say (it is not Linux). */
export function readCpuSeconds(pids: number[]): number {
  return pids.reduce((sum, pid) => sum + readOne(pid), 0);
}

function readOne(pid: number): number {
  try {
    // The name, in brackets, may hold anything.
    const [, rest = ""] = /\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const fields = rest.split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return Number.NaN;
  }
}
