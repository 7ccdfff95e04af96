import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { afterEach, expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { insertMember } from "@/testing/people";
import { type Database, db, openDatabase, Prisma } from "./client";
import { sqlStateOf } from "./query";

/** What statements return, one of each kind. */
const VALUES = Prisma.sql`
  SELECT true AS "yes", 7::smallint AS "small", 8 AS "whole", 9007199254740993 AS "large", count(*) AS "counted", 0.5::float8 AS "part",
    0.25::real AS "real", 12.50::numeric AS "exact", sum(9::bigint) AS "summed", 'a "word" \\ more'::text AS "text", 'it'::varchar AS "it",
    'x'::char(2) AS "padded", 'name'::name AS "name", '6a1c6c8e-9f3b-4a57-8f0c-2b9f6a3d1e4f'::uuid AS "id", 5::oid AS "oid",
    '2026-03-29 01:30:00.125+00'::timestamptz AS "moment", '2026-03-29 01:30:00.125'::timestamp AS "plain", '2026-03-29'::date AS "day",
    '{"a": [1, null, "b"]}'::jsonb AS "json", '[1.5]'::json AS "list", decode('00ff7f', 'hex') AS "bytes", ARRAY[1, 2] AS "wholes", ARRAY['a', 'b,"c', NULL] AS "texts", ARRAY[true, false] AS "answers", ARRAY[0.5::float8] AS "parts",
    ARRAY['6a1c6c8e-9f3b-4a57-8f0c-2b9f6a3d1e4f'::uuid] AS "ids", ARRAY['2026-03-29 01:30:00+00'::timestamptz] AS "moments",
    ARRAY['{"a": 1}'::jsonb] AS "jsons", ARRAY['x'::varchar] AS "its", NULL::integer AS "none",
    NULL::timestamptz AS "never"`;

test("a statement reads its values alike outside and inside a transaction", async () => {
  const [outside] = await db().$queryRaw<object[]>(VALUES);
  const [inside] = await db().$transaction((step) => step.$queryRaw<object[]>(VALUES));
  expect(Object.keys(outside ?? {})).toHaveLength(31);
  expect(outside).toStrictEqual(inside);
});

test("a statement sends its values alike outside and inside a transaction", async () => {
  const moment = new Date("2026-03-29T01:30:00.125Z");
  const statement = Prisma.sql`
    SELECT ${moment}::timestamptz AS "moment", ${moment}::timestamp AS "plain", ${moment}::timestamptz::date AS "day",
      ${[moment, new Date(0)]}::timestamptz[] AS "moments", ${7}::integer AS "whole", ${0.5}::float8 AS "part", ${12n}::bigint AS "large",
      ${'a "word" \\ {more}, NULL'}::text AS "text", ${true}::boolean AS "yes", ${null}::text AS "none",
      ${['a "word"', "b,c", "NULL", "", null]}::text[] AS "texts", ${[1, 2]}::integer[] AS "wholes", ${[]}::uuid[] AS "nobody",
      ${JSON.stringify({ a: ["b"] })}::jsonb AS "json", ${new Uint8Array([0, 255, 127])}::bytea AS "bytes"`;
  const [outside] = await db().$queryRaw<object[]>(statement);
  const [inside] = await db().$transaction((step) => step.$queryRaw<object[]>(statement));
  expect(outside).toStrictEqual(inside);
  expect(outside).toMatchObject({ moment, plain: moment, texts: ['a "word"', "b,c", "NULL", "", null], large: 12n });
});

test.each([
  ["a time", Prisma.sql`SELECT '09:30'::time AS "at"`],
  ["several days", Prisma.sql`SELECT ARRAY['2026-03-29'::date] AS "days"`],
  ["several large numbers", Prisma.sql`SELECT ARRAY[1::bigint] AS "numbers"`],
])("%s, which no statement of ours returns, is refused and harms no other statement", async (_name, statement) => {
  await expect(db().$queryRaw(statement)).rejects.toThrow("which nobody reads");
  expect(await db().$queryRaw`SELECT 1 AS "one"`).toEqual([{ one: 1 }]);
});

test("an error says what the database calls it, outside and inside a transaction, of a statement and of a model", async () => {
  const [{ id, number }] = await Promise.all([insertMember(), insertMember()]);
  const repeat = Prisma.sql`UPDATE "members" SET "id" = ${id}::uuid RETURNING 1`;
  const attempts = [
    () => db().$queryRaw(repeat),
    () => db().$executeRaw(repeat),
    () => db().$transaction((step) => step.$queryRaw(repeat)),
    () => insertMember({ number }),
  ];
  const states = await Promise.all(
    attempts.map((attempt) =>
      attempt().then(
        () => "none",
        (error) => sqlStateOf(error),
      ),
    ),
  );
  expect(states).toEqual(["23505", "23505", "23505", "23505"]);
  expect(sqlStateOf(new Error("23505"))).toBeNull();
});

const opened: Database[] = [];
afterEach(() => Promise.all(opened.splice(0).map((one) => one.$disconnect())));

/** With a single connection, which has been asked something. */
async function open(url = env().DATABASE_URL): Promise<Database> {
  const one = openDatabase(url, { waitSeconds: 5, statementSeconds: 5, silenceSeconds: 8, keepSeconds: 60, most: 1 });
  opened.push(one);
  await one.$queryRaw`SELECT 1`;
  return one;
}

const listPlans = (one: Database) =>
  one.$queryRaw<{ text: string; times: number }[]>`
    SELECT "statement" AS "text", ("generic_plans" + "custom_plans")::integer AS "times" FROM pg_prepared_statements`;

test("a prepared statement answers as any other, and the connection keeps one plan of it", async () => {
  const one = await open();
  const [usual] = await one.$queryRaw<object[]>(VALUES);
  for (let times = 0; times < 8; times++) expect(await one.$queryPrepared(VALUES)).toStrictEqual([usual]);
  for (const whole of [1, 2]) {
    expect(await one.$queryPrepared`SELECT ${whole}::integer AS "whole"`).toEqual([{ whole }]);
  }
  const plans = await listPlans(one);
  expect(plans.map(({ times }) => times).sort()).toEqual([2, 8]);
});

test("a prepared statement goes on when a migration changes what it returns, and when the connection has forgotten it", async () => {
  const one = await open();
  const ask = () => one.$queryPrepared`SELECT t.* FROM "changing" t`;
  await db().$executeRaw`CREATE TABLE "changing" AS SELECT 1 AS "first"`;
  try {
    expect(await ask()).toEqual([{ first: 1 }]);
    await db().$executeRaw`ALTER TABLE "changing" ADD COLUMN "second" text NOT NULL DEFAULT 'new'`;
    expect(await ask()).toEqual([{ first: 1, second: "new" }]);
    expect(await ask()).toEqual([{ first: 1, second: "new" }]);
    await one.$executeRaw`DEALLOCATE ALL`;
    expect(await ask()).toEqual([{ first: 1, second: "new" }]);
  } finally {
    await db().$executeRaw`DROP TABLE "changing"`;
  }
  await expect(ask()).rejects.toMatchObject({ code: "42P01" });
});

test.each([
  ["a search for a word", Prisma.sql`SELECT "id" FROM "members" WHERE "name" ILIKE ${"%a%"}`],
  ["a condition that is switched off", Prisma.sql`SELECT "id" FROM "members" WHERE (${null}::text IS NULL OR "name" = 'a')`],
  ["one that is chosen", Prisma.sql`SELECT "id" FROM "members" WHERE ${"all"} = 'all' OR "isMentor"`],
])("%s is never prepared", async (_what, statement) => {
  const one = await open();
  await one.$queryPrepared(statement);
  expect(await listPlans(one)).toEqual([]);
});

test("where connections share a session, as on the embedded database, statements are answered without", async () => {
  const embedded = await PGlite.create();
  const server = new PGLiteSocketServer({ db: embedded, port: 0, host: "127.0.0.1", maxConnections: 10 });
  await server.start();
  const url = `postgresql://postgres@${server.getServerConn()}/postgres?sslmode=disable`;
  try {
    const [one, other] = [await open(url), await open(url)];
    for (const asked of [one, other, one, other, other]) {
      expect(await asked.$queryPrepared`SELECT 1 AS "one"`).toEqual([{ one: 1 }]);
    }
    await expect(other.$queryPrepared`SELECT 1 / ${0}::integer`).rejects.toMatchObject({ code: "22012" });
  } finally {
    await Promise.all(opened.splice(0).map((each) => each.$disconnect()));
    await server.stop();
    await embedded.close();
  }
});
