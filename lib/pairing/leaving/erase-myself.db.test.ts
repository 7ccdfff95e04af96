import { beforeEach, describe, expect, test } from "vitest";
import { runNightly } from "@/lib/entrypoints/scheduled-work";
import { db } from "@/lib/foundation/db/client";
import { FORMER_MEMBER } from "@/lib/foundation/wording";
import * as proposals from "@/lib/pairing/proposals/commands";
import { comeBack } from "@/lib/people/accounts/commands";
import { erasureDueAt } from "@/lib/people/accounts/deadlines";
import { findErasure } from "@/lib/people/accounts/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { findEntry } from "@/lib/staff/members/entry/queries";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { deleteAccount, eraseMyself } from "./commands";

const AS_MENTEE = { mentor: false, mentee: true };
const DUE = erasureDueAt(onDay(2), DEFAULT_SETTINGS.society.timeZone);
const later = (member: TestMember) => eraseMyself(member.id, { number: member.number, wish: "later" }, onDay(2));
const memberOf = ({ id }: TestMember) => db().member.findUniqueOrThrow({ where: { id } });
const departed = ({ id, name, isMentor, isMentee }: TestMember) => ({
  ...{ memberId: id, name, isMentor, isMentee, staff: "none" as const },
});
const factsOf = async ({ id }: TestMember) => {
  const facts = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  return facts.map(({ fact, actor }) => `${fact} by ${actor}`);
};
const kindsTo = async ({ id }: TestMember) => {
  const mails = await db().mail.findMany({ where: { memberId: id }, orderBy: [{ createdAt: "asc" }, { kind: "asc" }] });
  return mails.map(({ kind }) => kind);
};

beforeEach(async () => {
  await db().member.updateMany({ where: { staff: "admin" }, data: { staff: "none" } });
});

describe("a member who wants everything erased", () => {
  test("after two weeks: is told, partners are told, staff see it, and the nightly job does it on that day", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
    expect(await later(mentee)).toEqual({ ok: true, value: null });
    expect(await memberOf(mentee)).toMatchObject({ status: "deleted", deletedAt: onDay(2), eraseDueAt: DUE, sessionEpoch: 1 });
    expect(await kindsTo(mentee)).toEqual(["erasure-asked"]);
    expect(await kindsTo(mentor)).toEqual(["proposal-sent", "proposal-closed"]);
    const staff = viewerOf(await insertMember({ staff: "staff" }));
    expect(await findEntry(staff, mentee.id)).toMatchObject({ eraseDueAt: DUE, status: "deleted" });

    await runNightly(onDay(10));
    expect(await memberOf(mentee)).toMatchObject({ name: mentee.name, erasedAt: null });
    // A night that begins in the very minute leaves time for a form that was sent before it.
    await runNightly(DUE);
    expect(await memberOf(mentee)).toMatchObject({ erasedAt: null });
    expect((await runNightly(onDay(17))).erased).toBe(1);
    expect(await memberOf(mentee)).toMatchObject({
      name: FORMER_MEMBER,
      eraseDueAt: null,
      deletedAt: null,
      erasedAt: onDay(17),
    });
    expect(await factsOf(mentee)).toEqual([...["account-deleted by member", "erasure-asked by member", "erased by clock"]]);
    expect(await kindsTo(mentee)).toContain("account-erased");
    expect(sent.ok).toBe(true);
  });

  test("can come back until then, and not afterwards", async () => {
    const [early, late] = [await insertMentee(), await insertMentee()];
    for (const one of [early, late]) await later(one);
    expect(await findErasure(departed(early))).toEqual(DUE);
    expect((await comeBack(departed(early), AS_MENTEE, onDay(15))).ok).toBe(true);
    expect(await memberOf(early)).toMatchObject({ status: "active", eraseDueAt: null, deletedAt: null });
    expect(await comeBack(departed(late), AS_MENTEE, DUE)).toEqual({ ok: false, reason: "too-late" });
    await runNightly(onDay(20));
    expect((await memberOf(early)).name).toBe(early.name);
    expect((await memberOf(late)).name).toBe(FORMER_MEMBER);
  });

  test("at once: nothing waits for the night", async () => {
    const member = await insertMentee();
    expect((await eraseMyself(member.id, { number: member.number, wish: "now" }, onDay(2))).ok).toBe(true);
    expect(await memberOf(member)).toMatchObject({ name: FORMER_MEMBER, erasedAt: onDay(2) });
    expect(await factsOf(member)).toEqual(["erased by member"]);
    expect(await kindsTo(member)).toEqual(["account-erased"]);
    expect((await eraseMyself(member.id, { number: member.number, wish: "now" }, onDay(3))).ok).toBe(false);
  });

  test("needs their own number, and changes nothing without it", async () => {
    const member = await insertMentee();
    for (const wish of ["later", "now"] as const)
      expect(await eraseMyself(member.id, { number: "1", wish }, onDay(2))).toEqual({ ok: false, reason: "wrong-number" });
    expect(await memberOf(member)).toMatchObject({ status: "active", eraseDueAt: null, erasedAt: null });
  });

  test("may have deleted the account before; asking twice is once", async () => {
    const member = await insertMentee();
    await deleteAccount(viewerOf(member), onDay(1));
    for (let i = 0; i < 2; i++) expect((await later(member)).ok).toBe(true);
    expect(await memberOf(member)).toMatchObject({ deletedAt: onDay(1), eraseDueAt: DUE });
    expect(await kindsTo(member)).toEqual(["account-deleted", "erasure-asked"]);
    expect(await factsOf(member)).toEqual(["account-deleted by member", "erasure-asked by member"]);
  });

  test("is not the last administrator, nor somebody whom staff have suspended", async () => {
    const admin = await insertMember({ staff: "admin" });
    for (const wish of ["later", "now"] as const)
      expect(await eraseMyself(admin.id, { number: admin.number, wish }, onDay(2))).toEqual({
        ok: false,
        reason: "last-admin",
      });
    const suspended = await insertMentee({}, { status: "suspended" });
    expect((await later(suspended)).ok).toBe(false);
  });
});

test("an account that was deleted before the day was kept counts from the next night", async () => {
  const member = await insertMember({ status: "deleted" });
  await runNightly(onDay(5));
  expect((await memberOf(member)).deletedAt).toEqual(onDay(5));
});
