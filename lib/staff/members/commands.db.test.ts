import { beforeEach, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { recordFindings } from "@/lib/foundation/deadlines/invariants";
import type { Viewer } from "@/lib/foundation/viewer";
import { deleteAccount } from "@/lib/pairing/leaving/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { checkProposals } from "@/lib/pairing/proposals/invariants";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import * as commands from "./commands";
import type { Refusal, Staff } from "./directory";

beforeEach(async () => {
  await db().member.updateMany({ where: { staff: { not: "none" } }, data: { staff: "none" } });
});

const made = async (staff: Staff) => viewerOf(await insertMember({ staff }));
const memberOf = ({ id }: { id: string }) => db().member.findUniqueOrThrow({ where: { id } });
const told = async ({ id }: TestMember) =>
  (
    await db().mail.findMany({
      where: { memberId: id },
      orderBy: [{ createdAt: "asc" }, { key: "asc" }],
      select: { kind: true },
    })
  ).map(({ kind }) => kind);
const lines = async ({ id }: { id: string }) =>
  (await db().auditEvent.findMany({ where: { subjectId: id, actor: "staff" }, orderBy: { id: "asc" } })).map(
    ({ fact, actorId, data }) => ({ fact, actorId, data }),
  );
const refused = (reason: Refusal) => ({ ok: false, reason });
const DONE = { ok: true, value: null };

/** Every command, as one function of whom and who. */
const ALL: Record<string, (id: string, actor: Viewer) => Promise<unknown>> = {
  suspend: (id, actor) => commands.suspend(id, "Because.", actor, onDay(2)),
  reactivate: (id, actor) => commands.reactivate(id, actor, onDay(2)),
  endSessions: (id, actor) => commands.endSessions(id, actor, onDay(2)),
  approve: (id, actor) => commands.approve(id, actor, onDay(2)),
  refuseAccount: (id, actor) => commands.refuseAccount(id, actor, onDay(2)),
  restoreSignIn: (id, actor) => commands.restoreSignIn(id, actor, onDay(2)),
  makeStaff: (id, actor) => commands.changeStaff(id, "staff", actor, onDay(2)),
  eraseForGood: (id, actor) => commands.eraseForGood(id, "1", actor, onDay(2)),
};

describe.each(Object.entries(ALL))("%s", (_name, command) => {
  test("is not for members, nor for oneself, nor for staff where it is about staff; then nothing is changed or written", async () => {
    const [member, colleague, staff] = [await insertMentee(), await insertMember({ staff: "staff" }), await made("staff")];
    expect(await command(member.id, viewerOf(await insertMentor()))).toEqual(refused("not-staff"));
    expect(await command(staff.memberId, staff)).toEqual(refused("own-account"));
    expect(await command(colleague.id, staff)).toEqual(refused("admin-only"));
    expect(await command("nobody", staff)).toEqual(refused("not-found"));
    for (const one of [member, colleague]) {
      expect(await memberOf(one)).toMatchObject({ status: "active", staff: one.staff, sessionEpoch: 0 });
      expect(await lines(one)).toEqual([]);
      expect(await told(one)).toEqual([]);
    }
  });
});

describe("suspending", () => {
  test("ends sessions, hides them, closes what is open, tells partners neutrally and them; and all of it can be undone", async () => {
    const { id, mentee, mentor } = await insertPartners();
    await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 3 }, select: { memberId: true } });
    const asker = await insertMentee();
    const asked = await proposals.send(viewerOf(asker), mentor.id, WORDS, DEFAULT_SETTINGS, onDay(1));
    const proposalId = asked.ok ? asked.value : "";
    expect(await db().mentorListing.count({ where: { memberId: mentor.id } })).toBe(1);
    const staff = await made("staff");
    expect(await commands.suspend(mentor.id, "privateaccusation", staff, onDay(2))).toEqual(DONE);
    expect(await memberOf(mentor)).toMatchObject({
      status: "suspended",
      sessionEpoch: 1,
      suspendedAt: onDay(2),
      suspendedReason: "privateaccusation",
    });
    expect(await db().mentorListing.count({ where: { memberId: mentor.id } })).toBe(0);
    expect(await db().proposal.findUnique({ where: { id: proposalId } })).toMatchObject({
      status: "withdrawn",
      withdrawnBecause: "mentor-left",
    });
    expect((await db().relationship.findUniqueOrThrow({ where: { id } })).endedAt).toBeNull();
    expect(await findRelationship(viewerOf(mentee), id, onDay(3))).toMatchObject({
      isOpen: true,
      partner: { isActive: false },
    });
    expect(await told(asker)).toEqual(["proposal-closed"]);
    const reopen = () => proposals.reopen(viewerOf(asker), proposalId, DEFAULT_SETTINGS, onDay(3));
    expect(await reopen()).toEqual(refused("partner-left" as Refusal));
    await deliverMails(onDay(2));
    const [toPartner] = await db().mail.findMany({ where: { memberId: mentee.id, kind: "partner-unreachable" } });
    expect(toPartner).toMatchObject({ status: "sent", proposalId: id, aboutId: mentor.id });
    expect(`${toPartner?.subject} ${toPartner?.text}`).not.toMatch(/suspend|accusation/i);
    const own = await db().mail.findMany({ where: { memberId: mentor.id }, select: { kind: true, status: true, text: true } });
    expect(own.filter(({ status }) => status === "sent").map(({ kind }) => kind)).toContain("account-suspended");
    expect(own.find(({ kind }) => kind === "account-suspended")?.text).not.toContain("accusation");
    expect(await commands.reactivate(mentor.id, staff, onDay(4))).toEqual(DONE);
    expect(await memberOf(mentor)).toMatchObject({ status: "active", suspendedAt: null, suspendedReason: null });
    expect(await db().mentorListing.count({ where: { memberId: mentor.id } })).toBe(1);
    expect(await told(mentee)).toEqual(["proposal-accepted", "partner-unreachable", "partner-back"]);
    expect(await told(mentor)).toContain("account-reactivated");
    expect(await reopen()).toMatchObject({ ok: true });
    const by = { actorId: staff.memberId, data: {} };
    expect(await lines(mentor)).toEqual([
      { fact: "suspended", ...by },
      { fact: "reactivated", ...by },
    ]);
    expect(await recordFindings([checkProposals()], onDay(4))).toBe(0);
  });

  test("ten times at once is once, and a second time later is told again", async () => {
    const { mentee, mentor } = await insertPartners();
    const staff = await made("staff");
    const at = (day: number) => commands.suspend(mentor.id, "Because.", staff, onDay(day));
    const tried = await Promise.all(Array.from({ length: 10 }, () => at(2)));
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await memberOf(mentor)).sessionEpoch).toBe(1);
    await commands.reactivate(mentor.id, staff, onDay(3));
    expect(await at(4)).toEqual(DONE);
    expect((await told(mentee)).filter((kind) => kind === "partner-unreachable")).toHaveLength(2);
    expect((await lines(mentor)).map(({ fact }) => fact)).toEqual(["suspended", "reactivated", "suspended"]);
  });

  test("a partner of a relationship that is over is not told", async () => {
    const { id, mentee, mentor } = await insertPartners();
    await proposals.withdraw(viewerOf(mentee), id, DEFAULT_SETTINGS, onDay(2));
    const data = { endedAt: onDay(2), endedBecause: "staff", dueAt: null };
    await db().relationship.update({ where: { id }, data, select: { id: true } });
    await commands.suspend(mentor.id, "Because.", await made("staff"), onDay(3));
    expect(await told(mentee)).not.toContain("partner-unreachable");
  });
});

test("ending all sessions ends them, and says so", async () => {
  const [member, staff] = [await insertMentee(), await made("staff")];
  expect(await commands.endSessions(member.id, staff, onDay(2))).toEqual(DONE);
  expect(await commands.endSessions(member.id, staff, onDay(2))).toEqual(DONE);
  expect(await memberOf(member)).toMatchObject({ status: "active", sessionEpoch: 2 });
  expect(await told(member)).toEqual(["sessions-ended", "sessions-ended"]);
  expect(await lines(member)).toHaveLength(2);
});

test("a moved sign-in is restored once, unless the earlier one is somebody else's by now", async () => {
  const earlier = { earlierIssuer: "https://old.example", earlierSubject: "moved-1" };
  const [member, staff] = [await insertMentee(), await made("staff")];
  expect(await commands.restoreSignIn(member.id, staff, onDay(2))).toEqual(refused("not-moved"));
  await db().member.update({ where: { id: member.id }, data: earlier, select: { id: true } });
  const other = await insertMember({ issuer: "https://old.example", subject: "moved-1" });
  expect(await commands.restoreSignIn(member.id, staff, onDay(2))).toEqual(refused("changed-meanwhile"));
  await db().member.update({ where: { id: other.id }, data: { subject: "another" }, select: { id: true } });
  expect(await commands.restoreSignIn(member.id, staff, onDay(2))).toEqual(DONE);
  const restored = { issuer: "https://old.example", subject: "moved-1", earlierIssuer: null, earlierSubject: null };
  expect(await memberOf(member)).toMatchObject({ ...restored, sessionEpoch: 1 });
  expect(await told(member)).toEqual(["sign-in-restored"]);
  expect(await lines(member)).toEqual([{ fact: "sign-in-restored", actorId: staff.memberId, data: {} }]);
});

describe("an account that waits", () => {
  test("is approved once, or refused: then everything of it is gone but the last mail, and the number is free", async () => {
    const staff = await made("staff");
    const waiting = await insertMentee({}, { status: "waiting", issuer: null, subject: null });
    expect(await commands.approve(waiting.id, staff, onDay(2))).toEqual(DONE);
    expect(await commands.approve(waiting.id, staff, onDay(2))).toEqual(refused("not-waiting"));
    expect(await commands.refuseAccount(waiting.id, staff, onDay(2))).toEqual(refused("not-waiting"));
    expect(await memberOf(waiting)).toMatchObject({ status: "active", erasedAt: null });
    expect(await told(waiting)).toEqual(["account-approved"]);
    expect((await lines(waiting)).map(({ fact }) => fact)).toEqual(["account-approved"]);
    const other = await insertMentee({}, { status: "waiting", issuer: null, subject: null });
    expect(await commands.refuseAccount(other.id, staff, onDay(2))).toEqual(DONE);
    await deliverMails(onDay(2));
    const mails = await db().mail.findMany({ where: { memberId: other.id } });
    expect(mails).toEqual([expect.objectContaining({ status: "sent", toAddress: null })]);
    expect(mails[0]?.subject).toContain("was not approved");
    expect(await memberOf(other)).toMatchObject({ status: "deleted", erasedAt: onDay(2) });
    expect(await db().member.count({ where: { number: other.number } })).toBe(0);
    expect((await lines(other)).map(({ fact }) => fact)).toEqual(["account-refused", "erased"]);
  });

  test("approved and refused at once, it is one of the two", async () => {
    const staff = [await made("staff"), await made("staff")] as const;
    for (let round = 0; round < 10; round++) {
      const { id } = await insertMentee({}, { status: "waiting", issuer: null, subject: null });
      const both = await Promise.all([
        commands.approve(id, staff[0], onDay(2)),
        commands.refuseAccount(id, staff[1], onDay(2)),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await memberOf({ id })).toMatchObject(both[0].ok ? { status: "active", erasedAt: null } : { status: "deleted" });
    }
  });
});

describe("who works here", () => {
  test("an administrator makes and unmakes staff, each told and on record; a lapsed member is not made staff", async () => {
    const [member, admin] = [await insertMentee(), await made("admin")];
    for (const staff of ["staff", "admin", "none", "staff"] as const) {
      const day = onDay(2 + (await lines(member)).length);
      expect(await commands.changeStaff(member.id, staff, admin, day)).toEqual(DONE);
      expect(await commands.changeStaff(member.id, staff, admin, day)).toEqual(refused("same-staff"));
      expect((await memberOf(member)).staff).toBe(staff);
    }
    expect((await lines(member)).map(({ fact }) => fact)).toEqual(["made-staff", "made-admin", "staff-removed", "made-staff"]);
    expect(await told(member)).toEqual(["staff-changed", "staff-changed", "staff-changed", "staff-changed"]);
    const lapsed = await insertMentee({}, { standing: "lapsed" });
    expect(await commands.changeStaff(lapsed.id, "staff", admin, onDay(2))).toEqual(refused("not-active"));
  });

  test("somebody who was staff when they asked and is none any more does nothing", async () => {
    const [member, staff] = [await insertMentee(), await made("staff")];
    await db().member.update({ where: { id: staff.memberId }, data: { staff: "none" }, select: { id: true } });
    expect(await commands.suspend(member.id, "Because.", staff, onDay(2))).toEqual(refused("not-staff"));
    expect((await memberOf(member)).status).toBe("active");
  });

  const AGAINST: Record<string, (id: string, actor: Viewer, number: string) => Promise<{ ok: boolean }>> = {
    demote: (id, actor) => commands.changeStaff(id, "none", actor, onDay(1)),
    suspend: (id, actor) => commands.suspend(id, "Because.", actor, onDay(1)),
    erase: (id, actor, number) => commands.eraseForGood(id, number, actor, onDay(1)),
  };

  test.each(Object.entries(AGAINST))("two administrators who %s each other at once: one stays", async (_what, against) => {
    for (let round = 0; round < 20; round++) {
      const [one, other] = [await insertMember({ staff: "admin" }), await insertMember({ staff: "admin" })];
      const both = await Promise.all([
        against(other.id, viewerOf(one), other.number),
        against(one.id, viewerOf(other), one.number),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const left = await db().member.findMany({ where: { staff: "admin", status: "active" } });
      expect(left.map(({ id }) => id)).toEqual([both[0]?.ok ? one.id : other.id]);
      await db().member.updateMany({ where: { staff: "admin" }, data: { staff: "none" } });
    }
  });

  test("one is demoted and the other leaves at the same moment: one stays", async () => {
    for (let round = 0; round < 20; round++) {
      const [one, other] = [await insertMember({ staff: "admin" }), await insertMember({ staff: "admin" })];
      await Promise.all([
        commands.changeStaff(other.id, "none", viewerOf(one), onDay(1)),
        deleteAccount(viewerOf(one), onDay(1)),
      ]);
      expect(await db().member.count({ where: { staff: "admin", status: "active" } })).toBe(1);
      await db().member.updateMany({ where: { staff: "admin" }, data: { staff: "none" } });
    }
  });
});

test("erasing wants the member's number, and leaves nothing of the reason for a suspension", async () => {
  const [member, staff] = [await insertMentor(), await made("staff")];
  await commands.suspend(member.id, "privateaccusation", staff, SENT_AT);
  expect(await commands.eraseForGood(member.id, "123", staff, onDay(2))).toEqual(refused("wrong-number"));
  expect((await memberOf(member)).erasedAt).toBeNull();
  expect(await commands.eraseForGood(member.id, member.number, staff, onDay(2))).toEqual(DONE);
  expect(await memberOf(member)).toMatchObject({ erasedAt: onDay(2), suspendedReason: null, suspendedAt: null });
  expect(await commands.eraseForGood(member.id, member.number, staff, onDay(3))).toEqual(refused("not-found"));
});

test("a member who has lost their second step gets in with the password alone again, and is told; once", async () => {
  const [member, staff] = [await insertMentee(), await made("staff")];
  expect(await commands.removeSecondStep(member.id, staff, onDay(2))).toEqual(refused("no-second-step"));
  const memberId = member.id;
  const key = { credentialId: memberId, publicKey: "AQ", counter: 0n, transports: [], name: "Phone" };
  const other = await insertMentee();
  for (const id of [memberId, other.id])
    await db().passkey.create({
      data: { ...key, id: crypto.randomUUID(), memberId: id, credentialId: id, createdAt: onDay(1) },
    });
  await db().codeApp.create({ data: { memberId, secret: "sealed", createdAt: onDay(1), confirmedAt: onDay(1) } });
  await db().recoveryCode.create({ data: { memberId, hash: "hash", createdAt: onDay(1) } });
  expect(await commands.removeSecondStep(memberId, staff, onDay(2))).toEqual(DONE);
  const left = await Promise.all([
    db().passkey.count({ where: { memberId } }),
    db().codeApp.count({ where: { memberId } }),
    db().recoveryCode.count({ where: { memberId } }),
  ]);
  expect(left).toEqual([0, 0, 0]);
  expect(await db().passkey.count({ where: { memberId: other.id } })).toBe(1);
  expect(await memberOf(member)).toMatchObject({ sessionEpoch: 1 });
  expect(await told(member)).toEqual(["second-step-taken-away"]);
  expect(await lines(member)).toEqual([{ fact: "second-step-taken-away", actorId: staff.memberId, data: {} }]);
  expect(await commands.removeSecondStep(memberId, staff, onDay(2))).toEqual(refused("no-second-step"));
});
