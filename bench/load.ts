import autocannon from "autocannon";
import { readCpuSeconds } from "./cpu";
import { quantile } from "./table";

export interface Target {
  url: string;
  cookie: string;
  /** The process that serves it. */
  pid: number;
  /** The processes of its database at the moment, where they are on this machine. */
  databasePids?: () => Promise<number[]>;
}

export interface Load {
  /** Requests a second: altogether, and in each round. */
  rate: number;
  rates: number[];
  p50: number;
  p99: number;
  /** Milliseconds of a processor for each request: the product's process (the middle round, and each), and the database's. */
  cpu: number;
  cpus: number[];
  databaseCpu: number;
}

const AT_ONCE = 8;
/**
 * A page is asked in batches beforehand until so many in a row were no cheaper than the cheapest by this part: what it runs is compiled by
 * then. A process that has just started takes twice its time for the first thousands of requests.
 */
const BATCH = 300;
const MOST_BATCHES = 20;
const STEADY_BATCHES = 2;
const CHEAPER = 0.95;
const ROUNDS = 7;
const ROUND_SECONDS = 1;

/**
 * Asks each target in turn, a short round at a time, so that whatever else the machine does hits all of them. Also returns
 * which part of a processor the asking itself took at most: well below 1, or it is that which was measured.
 */
export async function askInTurn(targets: Target[]): Promise<{ loads: Load[]; asking: number }> {
  const sums = targets.map(() => ({
    requests: 0,
    seconds: 0,
    cpus: [] as number[],
    databaseCpu: 0,
    rates: [] as number[],
    times: [] as number[],
  }));
  for (const target of targets) await warmUp(target);
  let asking = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, target] of targets.entries()) {
      const sum = sums[i];
      if (!sum) continue;
      const backends = new Map(((await target.databasePids?.()) ?? []).map((pid) => [pid, readCpuSeconds([pid])]));
      const before = [readCpuSeconds([target.pid]), process.cpuUsage()] as const;
      const { requests, seconds } = await ask(target, { duration: ROUND_SECONDS }, sum.times);
      const own = process.cpuUsage(before[1]);
      asking = Math.max(asking, (own.user + own.system) / 1e6 / seconds);
      sum.cpus.push(((readCpuSeconds([target.pid]) - before[0]) / requests) * 1000);
      // A connection that was opened meanwhile began at nothing; one that was closed meanwhile is not there to be asked.
      for (const pid of (await target.databasePids?.()) ?? []) {
        sum.databaseCpu += readCpuSeconds([pid]) - (backends.get(pid) ?? 0);
      }
      sum.rates.push(requests / seconds);
      sum.requests += requests;
      sum.seconds += seconds;
    }
  }
  const loads = sums.map(({ requests, seconds, cpus, databaseCpu, rates, times }) => ({
    rate: requests / seconds,
    rates,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpu: quantile(cpus, 0.5),
    cpus,
    databaseCpu: (databaseCpu / requests) * 1000,
  }));
  return { loads, asking };
}

/** Also where the system does not say what a process takes: then it asks the fewest batches. */
async function warmUp(target: Target): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  let steady = 0;
  for (let batch = 0; batch < MOST_BATCHES && steady < STEADY_BATCHES; batch++) {
    const before = readCpuSeconds([target.pid]);
    await ask(target, { amount: BATCH });
    const cost = readCpuSeconds([target.pid]) - before;
    steady = cost < least * CHEAPER ? 0 : steady + 1;
    least = Math.min(least, cost);
  }
}

/** How one compares with another that was asked in turn with it: round by round, and of that the middle. */
export function compare(one: readonly number[], other: readonly number[]): number {
  return quantile(
    one.map((value, round) => value / (other[round] ?? 0)),
    0.5,
  );
}

async function ask({ url, cookie }: Target, length: { amount: number } | { duration: number }, times: number[] = []) {
  // Compressed, as every browser asks for it.
  const headers = { cookie, accept: "text/html", "accept-encoding": "gzip, br" };
  const start = performance.now();
  const run = autocannon({ url, connections: AT_ONCE, headers, ...length });
  run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { requests, errors, non2xx } = await run;
  if (errors > 0 || non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} other answers than 200`);
  return { requests: requests.total, seconds: (performance.now() - start) / 1000 };
}
