import { existsSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { withLongStatements } from "@/lib/foundation/long-statements";
import { type BreakableProxy, openBreakableProxy } from "@/testing/breakable-proxy";
import { type Database, db, openDatabase } from "./client";

/** As for requests, and quicker. */
const LIMITS = { waitSeconds: 1, statementSeconds: 0.5, silenceSeconds: 1, keepSeconds: 2, most: 2 };

let proxy: BreakableProxy;
let database: Database;

beforeEach(async () => {
  proxy = await openBreakableProxy(env().DATABASE_URL);
  database = openDatabase(proxy.url, LIMITS);
});

afterEach(async () => {
  await database.$disconnect();
  await proxy.close();
});

const ask = () => database.$queryRaw`SELECT count(*)::integer FROM "mails"`;
/** How an attempt ended, and after how many seconds. */
async function attempt(work: () => Promise<unknown>): Promise<{ failed: boolean; seconds: number }> {
  const began = performance.now();
  const failed = await work().then(
    () => false,
    () => true,
  );
  return { failed, seconds: (performance.now() - began) / 1000 };
}

/** Holds a lock on the mails while `work` goes on. */
async function locked(work: (other: Client) => Promise<void>): Promise<void> {
  const other = new Client({ connectionString: env().DATABASE_URL });
  await other.connect();
  await other.query('BEGIN; LOCK TABLE "mails" IN ACCESS EXCLUSIVE MODE');
  try {
    await work(other);
  } finally {
    await other.query("ROLLBACK");
    await other.end();
  }
}

test("a database that goes away is an error at once, and the first question after it is back is answered", async () => {
  await Promise.all([ask(), ask()]);
  await proxy.shut();
  for (let times = 0; times < 5; times++) expect(await attempt(ask)).toMatchObject({ failed: true });
  await proxy.open();
  expect(await attempt(ask)).toMatchObject({ failed: false });
});

test("connections that the database ends are not used again", async () => {
  await Promise.all([ask(), ask()]);
  await db().$queryRaw`
    SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "datname" = current_database() AND "pid" <> pg_backend_pid()`;
  // What the database has said is read before anything is asked.
  await new Promise((resolve) => setImmediate(resolve));
  const answers = await Promise.all([1, 2, 3, 4].map(() => attempt(ask)));
  expect(answers.filter(({ failed }) => failed).length).toBeLessThanOrEqual(2);
  expect(await attempt(ask)).toMatchObject({ failed: false });
});

test("a statement that waits for a lock is given up by the database itself, and nothing piles up behind it", async () => {
  await locked(async (other) => {
    const { failed, seconds } = await attempt(ask);
    expect(failed).toBe(true);
    expect(seconds).toBeGreaterThan(0.4);
    expect(seconds).toBeLessThan(5);
    const { rows } = await other.query(
      `SELECT count(*)::integer AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect(rows).toEqual([{ waiting: 0 }]);
  });
  expect(await attempt(ask)).toMatchObject({ failed: false });
});

test("when all connections hang, others are told after a while, and all is well once they do not", async () => {
  await locked(async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(ask)));
    expect(answers.every(({ failed }) => failed)).toBe(true);
    expect(Math.max(...answers.map(({ seconds }) => seconds))).toBeLessThan(10);
  });
  expect(await attempt(ask)).toMatchObject({ failed: false });
});

test.each<[string, () => Promise<unknown>]>([
  ["a question", ask],
  ["a transaction", () => database.$transaction(async (step) => step.$queryRaw`SELECT 1`)],
])("%s into silence ends, and the connection is not used again", async (_what, work) => {
  await Promise.all([ask(), ask()]);
  proxy.stall();
  const { failed, seconds } = await attempt(work);
  expect(failed).toBe(true);
  expect(seconds).toBeLessThan(6);
  await proxy.open();
  for (let times = 0; times < 4; times++) {
    const answer = await attempt(ask);
    // A connection that was not asked yet does not know.
    if (times >= 2) expect(answer).toMatchObject({ failed: false });
  }
});

test("a connection that nobody uses stays for longer than an answer may take, and not for ever", async () => {
  const askWho = async () => (await database.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS "pid"`)[0]?.pid;
  const first = await askWho();
  await setTimeout(1_200);
  expect(await askWho()).toBe(first);
  const alive = () => db().$queryRaw`SELECT 1 AS "one" FROM pg_stat_activity WHERE "pid" = ${first}::integer`;
  await expect.poll(alive, { timeout: 10_000 }).toEqual([]);
});

test("a connection that cannot be made is given up", async () => {
  proxy.stall();
  const { failed, seconds } = await attempt(ask);
  expect(failed).toBe(true);
  expect(seconds).toBeLessThan(5);
});

test("requests have seconds, and work that nobody waits for has minutes, on connections of its own", async () => {
  const limit = () => db().$queryRaw<{ limit: string }[]>`SELECT current_setting('statement_timeout') AS "limit"`;
  expect(await limit()).toEqual([{ limit: "15s" }]);
  expect(await withLongStatements(limit)).toEqual([{ limit: "10min" }]);
  expect(await limit()).toEqual([{ limit: "15s" }]);
  expect(await withLongStatements(async () => db())).not.toBe(db());
});

test("a transaction waits for a connection as long as a single statement does", async () => {
  const narrow = openDatabase(env().DATABASE_URL, {
    waitSeconds: 10,
    statementSeconds: 10,
    silenceSeconds: 15,
    keepSeconds: 10,
    most: 1,
  });
  try {
    const slow = narrow.$queryRaw`SELECT pg_sleep(3)::text`;
    const waiting = attempt(() => narrow.$transaction([narrow.$executeRaw`SELECT 1`, narrow.$executeRaw`SELECT 2`]));
    await slow;
    expect(await waiting).toMatchObject({ failed: false });
  } finally {
    await narrow.$disconnect();
  }
});

test("a connection keeps the memory that it plans large statements with, instead of asking the machine for it each time", async () => {
  const joins = `SELECT m."id" FROM "members" m JOIN "mentor_profiles" p ON p."memberId" = m."id"
    JOIN "relationships" r ON r."mentorId" = m."id" JOIN "proposals" o ON o."id" = r."id" WHERE m."number" = 'nobody'`;
  const large = Array.from({ length: 40 }, () => joins).join(" UNION ALL ");
  await db().$transaction(async (step) => {
    const [row] = await step.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS "pid"`;
    /** Pages that its process had to be given; there is no such file for a server elsewhere. */
    const pages = () => {
      const stat = `/proc/${row?.pid}/stat`;
      return existsSync(stat) ? Number(readFileSync(stat, "utf8").split(") ")[1]?.split(" ")[7]) : 0;
    };
    const plan = () => step.$queryRawUnsafe(large);
    for (let i = 0; i < 3; i++) await plan();
    const before = pages();
    for (let i = 0; i < 10; i++) await plan();
    expect((pages() - before) / 10).toBeLessThan(200);
  });
});
