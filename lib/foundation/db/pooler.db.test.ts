import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { db, openDatabase } from "./client";
import { lockBehindPooler, withoutLock } from "./migration-lock";
import { applyMigrations } from "./migrations";
import { isPooled } from "./pooler";

/** Passes everything on, and names a process of its own invention, as PgBouncer does. */
const relay = createServer((client) => {
  const { hostname, port } = new URL(env().DATABASE_URL);
  const server = connect(Number(port), hostname);
  client.pipe(server);
  server.on("data", (bytes) => {
    // BackendKeyData: K, its length, the process, the secret.
    const at = bytes.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
    if (at !== -1) bytes.writeInt32BE(-1, at + 5);
    client.write(bytes);
  });
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on("close", () => other.destroy()).on("error", () => other.destroy());
  }
});
let pooled: string;

beforeAll(async () => {
  relay.listen(0, "127.0.0.1");
  await once(relay, "listening");
  const url = new URL(env().DATABASE_URL);
  url.host = `127.0.0.1:${(relay.address() as AddressInfo).port}`;
  pooled = url.href;
});

afterAll(() => void relay.close());

async function asked(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const answer = await isPooled(client);
  await client.end();
  return answer;
}

async function isFree() {
  const [row] = await db().$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock(72707369) AS "free"`;
  return row?.free;
}

test("a pooler is known by the process that it names", async () => {
  expect(await asked(env().DATABASE_URL)).toBe(false);
  expect(await asked(pooled)).toBe(true);
});

test("behind a pooler no limit is left in a session that others are lent", async () => {
  for (const [url, limit] of [
    [env().DATABASE_URL, "15s"],
    [pooled, "0"],
  ] as const) {
    const client = openDatabase(url);
    const [row] = await client.$queryRaw<{ limit: string }[]>`SELECT current_setting('statement_timeout') AS "limit"`;
    expect(row?.limit).toBe(limit);
    await client.$disconnect();
  }
});

test("behind a pooler no plan is kept in a session that others are lent", async () => {
  for (const [url, plans] of [
    [env().DATABASE_URL, 1],
    [pooled, 0],
  ] as const) {
    const client = openDatabase(url, { waitSeconds: 5, statementSeconds: 5, silenceSeconds: 8, keepSeconds: 60, most: 1 });
    for (const one of [1, 2, 3]) expect(await client.$queryPrepared`SELECT ${one}::integer AS "one"`).toEqual([{ one }]);
    const [row] = await client.$queryRaw<{ plans: number }[]>`SELECT count(*)::integer AS "plans" FROM pg_prepared_statements`;
    expect(row?.plans).toBe(plans);
    await client.$disconnect();
  }
});

test("behind a pooler the lock of migrations is a transaction's, and is given back", async () => {
  expect(await lockBehindPooler(env().DATABASE_URL)).toBeNull();
  const lock = await lockBehindPooler(pooled);
  expect(await isFree()).toBe(false);
  await lock?.release();
  await expect.poll(isFree).toBe(true);
});

test("migrations go through a pooler, and none takes a lock that belongs to a session", async () => {
  const lock = await lockBehindPooler(env().DATABASE_URL);
  expect(lock).toBeNull();
  // The engine would wait for ours, for ever, if it still took its own beside it.
  expect(await applyMigrations(pooled)).toEqual([]);
  expect(withoutLock("SELECT pg_advisory_lock(72707369)")).toBe("SELECT 1");
});
