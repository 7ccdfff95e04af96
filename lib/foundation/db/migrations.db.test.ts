import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { insertMember, insertMentor } from "@/testing/people";
import { db } from "./client";
import { applyMigrations, draftMigration } from "./migrations";

test("the migrations make what the schema files describe", async () => {
  expect(await draftMigration(env().DATABASE_URL)).toBe("");
});

test("a difference between schema and database is noticed", async () => {
  await db().$executeRawUnsafe('ALTER TABLE "findings" ADD COLUMN "extra" text');
  expect(await draftMigration(env().DATABASE_URL)).toContain('DROP COLUMN "extra"');
  await db().$executeRawUnsafe('ALTER TABLE "findings" DROP COLUMN "extra"');
});

test("applying the migrations again changes nothing", async () => {
  expect(await applyMigrations(env().DATABASE_URL)).toEqual([]);
});

test("what the schema engine fails at is said in words", async () => {
  const nowhere = env().DATABASE_URL.replace(/[^/]+$/, "no_such_database");
  await expect(applyMigrations(nowhere)).rejects.toThrow(/no_such_database|does not exist/);
});

test.each([
  ["UPDATE", `UPDATE "audit_events" SET "fact" = 'forged'`],
  ["DELETE", 'DELETE FROM "audit_events"'],
  ["TRUNCATE", 'TRUNCATE "audit_events"'],
])("the audit trail refuses %s", async (_word, statement) => {
  const fact = { at: new Date(), actor: "system", fact: "joined", subject: "member", subjectId: randomUUID() };
  await db().auditEvent.create({ data: fact, select: { id: true } });
  await expect(db().$executeRawUnsafe(statement)).rejects.toThrow("append-only");
});

test("a mentor is listed exactly while they can be found", async () => {
  const mentor = await insertMentor({ capacity: 2, topics: [1, 6] });
  const where = { memberId: mentor.id };
  const listed = () => db().mentorListing.findUnique({ where, select: { topics: true, placesFree: true } });
  expect(await listed()).toEqual({ topics: 2n + 64n, placesFree: 2 });
  await db().mentorProfile.update({ where, data: { isAvailable: false }, select: { memberId: true } });
  expect(await listed()).toBeNull();
  await db().mentorProfile.update({ where, data: { isAvailable: true }, select: { memberId: true } });
  await db().member.update({ where: { id: mentor.id }, data: { status: "suspended" }, select: { id: true } });
  expect(await listed()).toBeNull();
});

test("nobody is on the register twice", async () => {
  const member = await insertMember();
  await expect(insertMember({ number: member.number })).rejects.toMatchObject({ code: "P2002" });
});
