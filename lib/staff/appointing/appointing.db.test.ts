import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { forgetAppointments, takeUpAppointment } from "@/lib/people/appointments/commands";
import { insertMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { appoint, removeSecondStep } from "./commands";
import { appointForProgramme, takeProgrammesAway } from "./for-programmes";
import { readOrder, readProgrammeOrder, readSecondStepOrder } from "./input";
import { listAppointments } from "./queries";
import { sayNamedForProgramme, sayProgrammeRefusal, sayProgrammesTaken } from "./wording";

const NOW = new Date("2026-11-29T10:00:00Z");
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const staffOf = async (id: string) => (await db().member.findUniqueOrThrow({ where: { id }, select: { staff: true } })).staff;
const facts = async (from: bigint) =>
  (await db().auditEvent.findMany({ where: { id: { gt: from } }, orderBy: { id: "asc" } })).map(
    ({ fact, actor, subjectId }) => [fact, actor, subjectId] as const,
  );
let lastLine: bigint;

beforeEach(async () => {
  lastLine = (await db().auditEvent.findFirst({ orderBy: { id: "desc" }, select: { id: true } }))?.id ?? 0n;
});

afterEach(async () => {
  await db().staffAppointment.deleteMany();
  await db().member.updateMany({ data: { staff: "none" } });
});

describe("a member who is here", () => {
  test("gets and loses rights, is told each time, and the trail says so", async () => {
    const { id, number, name } = await insertMember({});
    await insertMember({ staff: "admin" });
    for (const staff of ["admin", "staff", "none"] as const) {
      expect(await appoint({ number, staff }, false, NOW)).toEqual({ ok: true, value: { now: "changed", name } });
      expect(await staffOf(id)).toBe(staff);
      expect(await appoint({ number, staff }, false, NOW)).toEqual({ ok: false, reason: "same-staff" });
    }
    expect(await facts(lastLine)).toEqual([
      ["made-admin", "system", id],
      ["made-staff", "system", id],
      ["staff-removed", "system", id],
    ]);
    expect(await db().mail.count({ where: { memberId: id, kind: "staff-changed" } })).toBe(3);
  });

  test("stays the administrator while there is no other who can sign in", async () => {
    const { id, number } = await insertMember({ staff: "admin" });
    await insertMember({ staff: "admin", status: "suspended" });
    for (const staff of ["staff", "none"] as const) {
      expect(await appoint({ number, staff }, false, NOW)).toEqual({ ok: false, reason: "last-admin" });
    }
    expect(await staffOf(id)).toBe("admin");
    expect(await facts(lastLine)).toEqual([]);
  });

  test.each([{ status: "suspended" }, { status: "waiting" }, { status: "deleted" }, { standing: "lapsed" }] as const)(
    "but cannot sign in, as with %j, gets none, and can lose them",
    async (changes) => {
      const { number } = await insertMember(changes);
      expect(await appoint({ number, staff: "staff" }, false, NOW)).toEqual({ ok: false, reason: "not-active" });
      const former = await insertMember({ ...changes, staff: "staff" });
      expect(await appoint({ number: former.number, staff: "none" }, false, NOW)).toMatchObject({ ok: true });
    },
  );
});

describe("somebody who has not signed in yet", () => {
  test("gets the rights when they do, once, and administrators see it until then", async () => {
    const admin = { memberId: (await insertMember({ staff: "admin" })).id, staff: "admin" } as Parameters<
      typeof listAppointments
    >[0];
    expect(await appoint({ number: "M720002", staff: "admin" }, false, NOW)).toEqual({
      ok: true,
      value: { now: "kept", until: later(30) },
    });
    expect(await listAppointments(admin, NOW)).toEqual([{ number: "M720002", staff: "admin", until: later(30) }]);
    expect(await listAppointments({ ...admin, staff: "staff" }, NOW)).toEqual([]);
    const other = await insertMember({});
    await takeUpAppointment(other.id, later(1));
    expect(await staffOf(other.id)).toBe("none");
    const { id } = await insertMember({ number: "M720002" });
    await takeUpAppointment(id, later(1));
    await takeUpAppointment(id, later(1));
    expect(await staffOf(id)).toBe("admin");
    expect(await listAppointments(admin, later(1))).toEqual([]);
    expect(await facts(lastLine)).toEqual([
      ["appointment-kept", "system", null],
      ["made-admin", "system", id],
    ]);
  });

  test("gets none while staff have to approve the account, and gets them afterwards", async () => {
    await appoint({ number: "900001", staff: "staff" }, false, NOW);
    const { id } = await insertMember({ number: "900001", status: "waiting" });
    await takeUpAppointment(id, NOW);
    expect(await staffOf(id)).toBe("none");
    await db().member.update({ where: { id }, data: { status: "active" }, select: { id: true } });
    await takeUpAppointment(id, NOW);
    expect(await staffOf(id)).toBe("staff");
  });

  test("is too late after thirty days, and the nightly job forgets the number", async () => {
    await appoint({ number: "900002", staff: "staff" }, false, NOW);
    const { id } = await insertMember({ number: "900002" });
    await takeUpAppointment(id, later(30));
    expect(await staffOf(id)).toBe("none");
    expect(await forgetAppointments(later(29))).toBe(0);
    expect(await forgetAppointments(later(30))).toBe(1);
  });

  test("gets none when that was taken back; taking back what nobody gave is refused", async () => {
    await appoint({ number: "900003", staff: "staff" }, false, NOW);
    expect(await appoint({ number: "900003", staff: "none" }, false, NOW)).toEqual({ ok: true, value: { now: "withdrawn" } });
    expect(await appoint({ number: "900003", staff: "none" }, false, NOW)).toEqual({ ok: false, reason: "nobody" });
  });

  test("has to be on the register where accounts are ours", async () => {
    expect(await appoint({ number: "900004", staff: "staff" }, true, NOW)).toEqual({ ok: false, reason: "not-on-register" });
    const entry = { number: "900004", name: "Ann Bell", surnameKey: "bell", standing: "current", importedAt: NOW };
    await db().registerEntry.create({ data: entry, select: { number: true } });
    expect(await appoint({ number: "900004", staff: "staff" }, true, NOW)).toMatchObject({ ok: true });
  });
});

test.each([
  [[], "Give a membership number"],
  [["100006"], "Give a membership number"],
  [["", "admin"], "Give a membership number"],
  [["100006", "admin", "staff"], "Give a membership number"],
  [["admin", "100006"], "should be staff, admin or none, not “100006”"],
  [["100006", "root"], "should be staff, admin or none, not “root”"],
  [["ann@example.org", "admin"], "not the e-mail address"],
  [["1".repeat(101), "admin"], "that long"],
])("npm run staff -- %j is refused in words", (words, sentence) => {
  expect(readOrder(words)).toEqual({ problem: expect.stringContaining(sentence) });
});

test("a number is read in its one form", () => {
  expect(readOrder(["m 72\u200b0002", "none"])).toEqual({ number: "m720002", staff: "none" });
});

test("an administrator who has lost their second step gets in with the password alone, from the command line", async () => {
  const { id, number, name } = await insertMember({ staff: "admin" });
  expect(readSecondStepOrder([number, "without-second-step"])).toBe(number);
  expect(readSecondStepOrder([number, "admin"])).toBeNull();
  expect(readSecondStepOrder([number, "without-second-step", "please"])).toBeNull();
  expect(await removeSecondStep("M000000", NOW)).toEqual({ ok: false, reason: "nobody" });
  expect(await removeSecondStep(number, NOW)).toEqual({ ok: false, reason: "no-second-step" });
  await db().codeApp.create({ data: { memberId: id, secret: "sealed", createdAt: NOW, confirmedAt: NOW } });
  expect(await removeSecondStep(number, NOW)).toEqual({ ok: true, value: name });
  expect(await db().codeApp.count({ where: { memberId: id } })).toBe(0);
  expect(await db().mail.count({ where: { memberId: id, kind: "second-step-taken-away" } })).toBe(1);
  expect(await facts(lastLine)).toEqual([["second-step-taken-away", "system", id]]);
});

describe("for a programme", () => {
  test("a member is named by the programme’s name or id, and loses it with none", async () => {
    const { id, number, name } = await insertMember({});
    const staff = viewerOf(await insertMember({ staff: "staff" }));
    const programmeId = await openProgramme(staff, NOW, { name: "Night school" });
    const order = { number, right: "coordinator", programme: "night School" } as const;
    expect(await appointForProgramme(order, NOW)).toEqual({ ok: true, value: name });
    expect(await appointForProgramme({ ...order, programme: programmeId }, NOW)).toEqual({ ok: false, reason: "same-right" });
    expect(await appointForProgramme({ ...order, programme: "Day school" }, NOW)).toEqual({
      ok: false,
      reason: "no-programme",
    });
    expect(await appointForProgramme({ ...order, number: "nobody" }, NOW)).toEqual({ ok: false, reason: "nobody" });
    expect(await appointForProgramme({ number, right: "reader", programme: null }, NOW)).toEqual({ ok: true, value: name });
    expect(await db().programmeStaff.count({ where: { memberId: id } })).toBe(2);
    expect(await takeProgrammesAway(number, later(1))).toBe(2);
    expect(await staffOf(id)).toBe("none");
  });

  test.each([
    [["100006", "coordinator", "Night school"], { number: "100006", right: "coordinator", programme: "Night school" }],
    [["100006", "coordinator", "Night", "school"], { number: "100006", right: "coordinator", programme: "Night school" }],
    [["100006", "reader"], { number: "100006", right: "reader", programme: null }],
    [["100006", "coordinator"], { problem: expect.stringContaining("a programme") }],
    [["", "reader"], { problem: expect.stringContaining("a membership number") }],
    [["100006", "admin"], null],
  ])("%j", (words, expected) => expect(readProgrammeOrder(words)).toEqual(expected));

  test("what was done is said", () => {
    const order = { number: "7", right: "reader", programme: null } as const;
    expect(sayNamedForProgramme("Robin", order)).toBe(
      "Robin (7) is now a reader of the figures of the whole society, and is told by e-mail.",
    );
    expect(sayProgrammesTaken(1, "7")).toBe("The member with the number 7 has lost a right for a programme.");
    expect(sayProgrammeRefusal("no-programme", { ...order, programme: "X" })).toContain("“X”");
  });
});
