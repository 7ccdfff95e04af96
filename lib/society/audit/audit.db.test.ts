import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { insertPartners } from "@/testing/partners";
import { insertMember, type TestMember } from "@/testing/people";
import { exportLines } from "./commands";
import { readAsked, toFilter, writePlace } from "./input";
import { sayLinePlainly } from "./line";
import { type AuditFilter, findPeople, listLines } from "./queries";

const ALL: AuditFilter = { id: null, as: "either", actor: null, fact: null, from: null, to: null };
const NOW = new Date("2026-11-25T12:00:00Z");
let pair: Awaited<ReturnType<typeof insertPartners>>;
let staff: TestMember & { staff: "staff" };
let asker: { memberId: string; staff: "staff" };

beforeAll(async () => {
  pair = await insertPartners();
  staff = (await insertMember({ staff: "staff", name: "=Helen Marsh" })) as typeof staff;
  asker = { memberId: staff.id, staff: "staff" };
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute));
  await db().auditEvent.createMany({
    data: [
      { at: at(1), actor: "staff", actorId: staff.id, fact: "ended", subject: "relationship", subjectId: pair.id },
      { at: at(1), actor: "staff", actorId: staff.id, fact: "mail-sent-again", subject: "member", subjectId: pair.mentor.id },
      { at: at(2), actor: "member", actorId: pair.mentee.id, fact: "signed-in", subject: "member", subjectId: pair.mentee.id },
      { at: at(3), actor: "system", fact: "changed", subject: "settings", data: { what: "topics" } },
    ],
  });
});

const facts = async (filter: Partial<AuditFilter>) =>
  (await listLines(asker, { ...ALL, ...filter }, null, 100)).map(({ fact }) => fact);

test("what somebody did, what was done to them, and what was done to what they share", async () => {
  expect(await facts({ id: pair.mentee.id, as: "actor" })).toEqual(["signed-in", "sent"]);
  expect(await facts({ id: pair.mentor.id, as: "subject" })).toEqual(["mail-sent-again", "ended", "accepted", "sent"]);
  // Each line once, though they did it to themselves.
  expect(await facts({ id: pair.mentee.id })).toEqual(["signed-in", "ended", "accepted", "sent"]);
  expect(await facts({ id: pair.id, as: "subject" })).toEqual(["ended", "accepted", "sent"]);
});

test("by who acts, by what, and by day", async () => {
  expect(await facts({ actor: "system" })).toEqual(["changed"]);
  expect(await facts({ actor: "staff", fact: "ended" })).toEqual(["ended"]);
  const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 10, n));
  expect(await facts({ from: minute(1), to: minute(2) })).toEqual(["mail-sent-again", "ended"]);
});

test("leafing through misses nothing and repeats nothing, at the same instant too", async () => {
  const whole = (await listLines(asker, ALL, null, 100)).map(({ id }) => id);
  const leafed: bigint[] = [];
  for (let after: Parameters<typeof listLines>[2] = null; ; ) {
    const [line] = await listLines(asker, ALL, after, 1);
    if (!line) break;
    leafed.push(line.id);
    after = readAsked({ after: writePlace(line) }, "UTC").after;
  }
  expect(leafed).toEqual(whole);
  expect(whole.length).toBeGreaterThan(5);
});

test("lines have the names of all who are in them", async () => {
  const [line] = await listLines(asker, { ...ALL, fact: "ended" }, null, 1);
  expect(line && sayLinePlainly(line)).toBe("=Helen Marsh ended the relationship of Mei Tanaka and Gareth Pugh.");
});

test("people by number, address in any case, part of the name, or id", async () => {
  const { id, number, email } = pair.mentee;
  const mentee = [{ id, number, name: "Mei Tanaka" }];
  for (const words of [number, email.toUpperCase(), "tanak"]) expect(await findPeople(asker, words)).toEqual(mentee);
  expect(await findPeople(asker, id.toUpperCase())).toEqual({ id });
  expect(await findPeople(asker, "%")).toEqual([]);
});

test("an address that says rubbish asks for everything", () => {
  const asked = readAsked(
    { who: ["a", "b"], as: "x", actor: "toString", fact: "nothing", from: "2026-02-30", after: "1_2" },
    "UTC",
  );
  expect(toFilter(asked, null, "UTC")).toEqual(ALL);
  expect(asked).toMatchObject({ who: "", after: null });
  const days = toFilter(readAsked({ from: "2026-03-01", to: "2026-03-31" }, "Europe/London"), null, "Europe/London");
  expect([days.from?.toISOString(), days.to?.toISOString()]).toEqual(["2026-03-01T00:00:00.000Z", "2026-03-31T23:00:00.000Z"]);
});

test("a file holds the lines without formulas, and taking it is a line", async () => {
  const file = await exportLines(asker, { ...ALL, id: pair.mentor.id, fact: "ended" }, NOW);
  const [row] = parse(file ?? "", { bom: true, columns: true }) as Record<string, string>[];
  expect(row).toMatchObject({ Name: "'=Helen Marsh", Fact: "ended", "Subject id": pair.id, When: "2026-11-20T10:01:00.000Z" });
  expect(row?.["What happened"]).toMatch(/^'=Helen Marsh ended/);
  const taken = await db().auditEvent.findMany({ where: { fact: "audit-exported" } });
  expect(taken).toMatchObject([{ at: NOW, actor: "staff", actorId: staff.id, subject: "audit", subjectId: pair.mentor.id }]);
  expect(taken[0]?.data).toEqual({ of: "ended", by: null, from: null, to: null });
});

test("whoever is not staff finds nothing and takes nothing", async () => {
  const member = { memberId: pair.mentor.id, staff: "none" } as const;
  const before = await db().auditEvent.count();
  expect(await listLines(member, ALL, null, 10)).toEqual([]);
  expect(await findPeople(member, pair.mentee.number)).toEqual([]);
  expect(await exportLines(member, ALL, NOW)).toBeNull();
  expect(await db().auditEvent.count()).toBe(before);
});

describe("the trail only grows", () => {
  const CHANGES = [`UPDATE "audit_events" SET "fact" = 'forged'`, 'DELETE FROM "audit_events"', 'TRUNCATE "audit_events"'];

  test.each(CHANGES)("for the role that owns it: %s", async (statement) => {
    const [owner] = await db().$queryRaw<{ isOwner: boolean }[]>`
      SELECT pg_get_userbyid(relowner) = current_user AS "isOwner" FROM pg_class WHERE oid = '"audit_events"'::regclass`;
    expect(owner?.isOwner).toBe(true);
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow("append-only");
  });

  test.each(CHANGES)("also where triggers sleep, as on a replica: %s", async (statement) => {
    await expect(
      db().$transaction([
        db().$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
        db().$executeRawUnsafe(statement),
      ]),
    ).rejects.toThrow("append-only");
  });

  test("a role that may only read and add can do neither more nor take the guard away", async () => {
    const before = await db().auditEvent.count();
    for (const statement of [...CHANGES, 'ALTER TABLE "audit_events" DISABLE TRIGGER "audit_events_append_only"']) {
      await expect(
        db().$transaction([
          db().$executeRawUnsafe("CREATE ROLE connect_app_for_test"),
          db().$executeRawUnsafe('GRANT SELECT, INSERT ON "audit_events" TO connect_app_for_test'),
          db().$executeRawUnsafe("SET LOCAL ROLE connect_app_for_test"),
          db().$executeRawUnsafe(statement),
        ]),
        statement,
      ).rejects.toThrow(/permission denied|must be owner/);
    }
    expect(await db().auditEvent.count()).toBe(before);
  });
});
