import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db, openDatabase, type PrismaClient } from "@/lib/foundation/db/client";
import { log } from "@/lib/foundation/log";
import { type Gate, openGate } from "@/testing/gate";
import { startScheduler } from "./scheduler";

let gate: Gate;
/** Past the gate. */
let direct: PrismaClient;
const UNHURRIED = { timeout: 60_000 };

beforeAll(async () => {
  const url = process.env.DATABASE_URL ?? "";
  direct = openDatabase(url);
  gate = await openGate(url);
  process.env.DATABASE_URL = gate.url;
});

afterAll(async () => {
  await direct.$disconnect();
  await db().$disconnect();
  await gate.close();
});

const runs = () => direct.sweepRun.count({ where: { finishedAt: { not: null } } });

test("the clock of a machine of one's own goes on after runs that failed, whatever they failed at", async () => {
  const everySecond = { sweep: "* * * * * *", nightly: "* * * * * *" };
  const failures = vi.spyOn(log(), "error");
  const failedAgain = async () => {
    const before = failures.mock.calls.length;
    await expect.poll(() => failures.mock.calls.length, UNHURRIED).toBeGreaterThan(before + 2);
    expect(failures).toHaveBeenLastCalledWith({ defect: expect.stringContaining("at ") }, "scheduled run failed");
  };
  const stop = startScheduler(everySecond);
  try {
    await expect.poll(runs, UNHURRIED).toBeGreaterThan(0);

    await gate.shut();
    await failedAgain();
    const before = await runs();
    await gate.open();
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
