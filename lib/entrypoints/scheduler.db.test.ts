import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/lib/foundation/db/client";
import { log } from "@/lib/foundation/log";
import { type BreakableProxy, openBreakableProxy } from "@/testing/breakable-proxy";
import { startScheduler } from "./scheduler";

let proxy: BreakableProxy;
/** Past the proxy. */
let direct: Database;
const UNHURRIED = { timeout: 60_000 };

beforeAll(async () => {
  const url = process.env.DATABASE_URL ?? "";
  direct = openDatabase(url);
  proxy = await openBreakableProxy(url);
  process.env.DATABASE_URL = proxy.url;
});

afterAll(async () => {
  await direct.$disconnect();
  await closeDatabase();
  await proxy.close();
});

const runs = () => direct.sweepRun.count({ where: { finishedAt: { not: null } } });

test("a process sweeps as soon as it starts, and not only when the next round comes", async () => {
  const before = await runs();
  const onceAYear = { sweep: "0 0 1 1 *", nightly: "0 0 1 1 *" };
  const stop = startScheduler(onceAYear);
  try {
    await expect.poll(runs, UNHURRIED).toBe(before + 1);
  } finally {
    stop();
  }
});

test("the clock of a machine of one's own goes on after runs that failed, whatever they failed at", async () => {
  const everySecond = { sweep: "* * * * * *", nightly: "* * * * * *" };
  const failures = vi.spyOn(log(), "error");
  const failedAgain = async () => {
    const before = failures.mock.calls.length;
    await expect.poll(() => failures.mock.calls.length, UNHURRIED).toBeGreaterThan(before + 2);
    expect(failures).toHaveBeenLastCalledWith({ defect: expect.stringContaining("at ") }, "a scheduled job failed");
  };
  const stop = startScheduler(everySecond);
  try {
    await expect.poll(runs, UNHURRIED).toBeGreaterThan(0);

    await proxy.shut();
    await failedAgain();
    const before = await runs();
    await proxy.open();
    await expect.poll(runs, UNHURRIED).toBeGreaterThan(before + 1);

    await direct.$executeRaw`ALTER TABLE "proposals" RENAME TO "elsewhere"`;
    await failedAgain();
    const meanwhile = await runs();
    await direct.$executeRaw`ALTER TABLE "elsewhere" RENAME TO "proposals"`;
    await expect.poll(runs, UNHURRIED).toBeGreaterThan(meanwhile + 1);
  } finally {
    stop();
  }
});
