import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { type Database, db, openDatabase } from "./client";
import { applyMigrations } from "./migrations";
import { permitServing } from "./serving-role";

const ROLE = `serving_${randomBytes(4).toString("hex")}`;
const owner = new URL(env().DATABASE_URL);
const address = new URL(owner);
let serving: Database;

beforeAll(async () => {
  const password = randomBytes(12).toString("hex");
  await db().$executeRawUnsafe(`CREATE ROLE ${ROLE} LOGIN PASSWORD '${password}'`);
  await permitServing(owner.href, ROLE);
  Object.assign(address, { username: ROLE, password });
  serving = openDatabase(address.href);
});

afterAll(async () => {
  await serving.$disconnect();
  await db().$executeRawUnsafe(`DROP OWNED BY ${ROLE}`);
  await db().$executeRawUnsafe(`DROP ROLE ${ROLE}`);
});

const addFact = () =>
  serving.auditEvent.create({
    data: { at: new Date(), actor: "system", fact: "joined", subject: "member", subjectId: randomUUID() },
    select: { id: true },
  });

test("the serving role writes rows and adds to the audit trail", async () => {
  await addFact();
  expect(await serving.auditEvent.count()).toBe(1);
  await serving.rateLimit.create({ data: { key: "serving" } });
  expect(await serving.rateLimit.deleteMany({ where: { key: "serving" } })).toEqual({ count: 1 });
});

test.each([
  ["change the audit trail", `UPDATE "audit_events" SET "fact" = 'forged'`],
  ["take from the audit trail", 'DELETE FROM "audit_events"'],
  ["empty the audit trail", 'TRUNCATE "audit_events"'],
  ["put the trigger of the audit trail to sleep", 'ALTER TABLE "audit_events" DISABLE TRIGGER ALL'],
  ["say that a migration was applied", 'DELETE FROM "_prisma_migrations"'],
  ["change a table", 'ALTER TABLE "members" ADD COLUMN "extra" text'],
  ["make a table", 'CREATE TABLE "extra" ("id" integer)'],
  ["act as the owner", `SET SESSION AUTHORIZATION "${decodeURIComponent(owner.username)}"`],
])("the serving role may not %s", async (_what, statement) => {
  await addFact();
  await expect(serving.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
});

test("the serving role reads and writes what a later migration makes", async () => {
  await db().$executeRawUnsafe('CREATE TABLE "later" ("id" bigserial, "words" text)');
  await serving.$executeRawUnsafe(`INSERT INTO "later" ("words") VALUES ('new')`);
  expect(await serving.$executeRawUnsafe(`UPDATE "later" SET "words" = 'newer'`)).toBe(1);
  await db().$executeRawUnsafe('DROP TABLE "later"');
});

test("with nothing to migrate the serving role can start the product", async () => {
  expect(await applyMigrations(address.href)).toEqual([]);
});

test("with something to migrate it says who has to", async () => {
  await db().$executeRawUnsafe('CREATE TABLE "kept" AS SELECT * FROM "_prisma_migrations"');
  await db().$executeRawUnsafe('DELETE FROM "_prisma_migrations" WHERE "started_at" = (SELECT max("started_at") FROM "kept")');
  await expect(applyMigrations(address.href)).rejects.toThrow("tables' owner");
  await db().$executeRawUnsafe('INSERT INTO "_prisma_migrations" SELECT * FROM "kept" ON CONFLICT DO NOTHING');
  await db().$executeRawUnsafe('DROP TABLE "kept"');
});

test("what was allowed by hand before is taken away, and doing it twice is harmless", async () => {
  await db().$executeRawUnsafe(`GRANT ALL ON "audit_events" TO ${ROLE}`);
  await permitServing(owner.href, ROLE);
  await addFact();
  await expect(serving.$executeRawUnsafe('DELETE FROM "audit_events"')).rejects.toThrow("permission denied");
});

test("a role that is not there, and the owner, are refused in words", async () => {
  await expect(permitServing(owner.href, "nobody_at_all")).rejects.toThrow("There is no role nobody_at_all");
  await expect(permitServing(owner.href, decodeURIComponent(owner.username))).rejects.toThrow("owns the tables");
});
