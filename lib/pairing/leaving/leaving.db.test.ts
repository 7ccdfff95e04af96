import { describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { runNightly } from "@/lib/entrypoints/scheduled-work";
import { db } from "@/lib/foundation/db/client";
import { recordFindings } from "@/lib/foundation/deadlines/invariants";
import type { Departed } from "@/lib/foundation/viewer";
import * as proposals from "@/lib/pairing/proposals/commands";
import { checkProposals } from "@/lib/pairing/proposals/invariants";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { comeBack, endSessions } from "@/lib/people/accounts/commands";
import { countMatters } from "@/lib/people/accounts/queries";
import { sayLeavingRefusal } from "@/lib/people/accounts/wording";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { addMenteeProfile, insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { deleteAccount } from "./commands";

const SETTINGS = DEFAULT_SETTINGS;
const BOTH = { mentor: true, mentee: true };

async function sendTo(mentee: TestMember, mentor: TestMember, now = SENT_AT): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, now);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

async function begin(mentee: TestMember, mentor: TestMember): Promise<string> {
  const id = await sendTo(mentee, mentor);
  await proposals.accept(viewerOf(mentor), id, 1, SETTINGS, onDay(1));
  return id;
}

const memberOf = ({ id }: TestMember) => db().member.findUniqueOrThrow({ where: { id } });
const kindsTold = async ({ id }: TestMember) =>
  (await db().mail.findMany({ where: { memberId: id }, orderBy: { createdAt: "asc" }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );
const departedOf = async (member: TestMember): Promise<Departed> => {
  const { id, name, isMentor, isMentee, staff } = await memberOf(member);
  return { memberId: id, name, isMentor, isMentee, staff: staff as Departed["staff"] };
};
const NOTHING = { proposals: 0, relationships: 0 };

describe("Delete Account", () => {
  test("ends everything, tells each partner, ends every session and takes them off the list; the mail still reaches them", async () => {
    const leaving = await insertMentor({ capacity: 3 }, { isMentee: true });
    await addMenteeProfile(leaving.id);
    const [asker, mentee, mentor] = [await insertMentee(), await insertMentee(), await insertMentor()];
    const asked = await sendTo(asker, leaving);
    const guided = await begin(mentee, leaving);
    const asking = await sendTo(leaving, mentor);
    expect(await countMatters(leaving.id, onDay(2))).toEqual({
      mentor: { proposals: 1, relationships: 1 },
      mentee: { proposals: 1, relationships: 0 },
    });
    await deleteAccount(viewerOf(leaving), onDay(2));
    expect(await memberOf(leaving)).toMatchObject({ status: "deleted", sessionEpoch: 1, isMentor: true, isMentee: true });
    expect(await countMatters(leaving.id, onDay(2))).toEqual({ mentor: NOTHING, mentee: NOTHING });
    expect(await db().mentorListing.count({ where: { memberId: leaving.id } })).toBe(0);
    const seen = [
      await findProposal(viewerOf(asker), asked, SETTINGS, onDay(2)),
      await findProposal(viewerOf(mentor), asking, SETTINGS, onDay(2)),
    ];
    expect(seen.map((found) => found?.proposal.withdrawnBecause)).toEqual(["mentor-left", "mentee-left"]);
    const readable = await findProposal(viewerOf(mentee), guided, SETTINGS, onDay(3));
    expect(readable?.relationship?.endedAt).toEqual(onDay(2));
    expect(readable?.text.objectives).toBe(WORDS.objectives);
    expect(await kindsTold(asker)).toEqual(["proposal-closed"]);
    expect(await kindsTold(mentee)).toEqual(["proposal-accepted", "relationship-closed"]);
    expect(await kindsTold(mentor)).toEqual(["proposal-sent", "proposal-closed"]);
    await deliverMails(onDay(2));
    const mail = await db().mail.findFirstOrThrow({ where: { memberId: leaving.id, kind: "account-deleted" } });
    expect(mail).toMatchObject({ status: "sent", toAddress: leaving.email });
    const facts = await db().auditEvent.findMany({ where: { subjectId: leaving.id }, select: { fact: true, actorId: true } });
    expect(facts).toEqual([{ fact: "account-deleted", actorId: leaving.id }]);
  });

  test("twenty times at once is once", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    await begin(mentee, mentor);
    await Promise.all(Array.from({ length: 20 }, () => deleteAccount(viewerOf(mentor), onDay(2))));
    expect((await memberOf(mentor)).sessionEpoch).toBe(1);
    expect((await kindsTold(mentor)).filter((kind) => kind === "account-deleted")).toHaveLength(1);
    expect((await kindsTold(mentee)).filter((kind) => kind === "relationship-closed")).toHaveLength(1);
  });

  test("a proposal whose time had run out has expired, as the date says, and only who stays is told", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await sendTo(mentee, mentor);
    await deleteAccount(viewerOf(mentor), onDay(30));
    const proposal = await db().proposal.findUniqueOrThrow({ where: { id } });
    expect(proposal).toMatchObject({ status: "expired", withdrawnBecause: null, movedAt: proposal.expiresAt });
    expect(await kindsTold(mentee)).toEqual(["proposal-expired-mentee"]);
    expect(await kindsTold(mentor)).toEqual(["proposal-sent", "account-deleted"]);
    const [left, other] = [await insertMentee(), await insertMentor()];
    const open = await sendTo(left, other);
    await db().member.update({ where: { id: left.id }, data: { status: "deleted" }, select: { id: true } });
    await runNightly(onDay(30));
    expect((await db().proposal.findUniqueOrThrow({ where: { id: open } })).status).toBe("expired");
    expect(await kindsTold(other)).toEqual(["proposal-sent", "proposal-expired-mentor"]);
  });

  test("the last administrator stays, and of two who leave at once one does", async () => {
    for (let round = 0; round < 30; round++) {
      const admins = [await insertMember({ staff: "admin" }), await insertMember({ staff: "admin" })];
      const left = await Promise.all(admins.map((admin) => deleteAccount(viewerOf(admin), onDay(1))));
      expect(left.filter(({ ok }) => ok)).toHaveLength(1);
      expect(left).toContainEqual({ ok: false, reason: "last-admin" });
      const [last] = await db().member.findMany({ where: { staff: "admin", status: "active" } });
      expect(last && (await deleteAccount(viewerOf(last), onDay(2)))).toEqual({ ok: false, reason: "last-admin" });
      expect(last && (await memberOf(last)).sessionEpoch).toBe(0);
      await db().member.updateMany({ where: { staff: "admin" }, data: { staff: "none" } });
    }
    expect(sayLeavingRefusal("last-admin")).toContain("Make somebody else an administrator first");
  });

  test("a suspended account stays suspended", async () => {
    const member = await insertMentor({}, { status: "suspended" });
    await deleteAccount(viewerOf(member), SENT_AT);
    expect(await memberOf(member)).toMatchObject({ status: "suspended", sessionEpoch: 0 });
    expect(await kindsTold(member)).toEqual([]);
  });

  test("whatever reaches them at the same moment, nobody is left with somebody who is gone", async () => {
    for (let round = 0; round < 25; round++) {
      const [sender, partner, mentor] = [await insertMentee(), await insertMentee(), await insertMentor({ capacity: 2 })];
      const waiting = await sendTo(partner, mentor);
      await Promise.all([
        deleteAccount(viewerOf(mentor), onDay(1)),
        proposals.send(viewerOf(sender), mentor.id, WORDS, SETTINGS, onDay(1)),
        proposals.accept(viewerOf(mentor), waiting, 1, SETTINGS, onDay(1)),
      ]);
      expect(await countMatters(mentor.id, onDay(1)), `round ${round}`).toEqual({ mentor: NOTHING, mentee: NOTHING });
    }
  });

  test("what an interruption leaves behind is closed at night", async () => {
    const [mentee, mentor, asker] = [await insertMentee(), await insertMentor({ capacity: 2 }), await insertMentee()];
    await begin(mentee, mentor);
    await sendTo(asker, mentor);
    await db().member.update({ where: { id: mentor.id }, data: { status: "deleted" }, select: { id: true } });
    await runNightly(onDay(2));
    expect(await countMatters(mentor.id, onDay(2))).toEqual({ mentor: NOTHING, mentee: NOTHING });
    expect(await kindsTold(mentee)).toContain("relationship-closed");
    expect(await recordFindings([checkProposals()], onDay(2))).toBe(0);
  });
});

test("Log Out Everywhere ends every session of who may be here, with a line in the audit trail", async () => {
  const [member, suspended] = [await insertMentee(), await insertMentee({}, { status: "suspended" })];
  for (const one of [member, suspended]) await endSessions(viewerOf(one), onDay(1));
  expect(await memberOf(member)).toMatchObject({ status: "active", sessionEpoch: 1 });
  expect(await memberOf(suspended)).toMatchObject({ status: "suspended", sessionEpoch: 0 });
  const lines = await db().auditEvent.findMany({ where: { fact: "logged-out-everywhere" } });
  expect(lines).toMatchObject([{ at: onDay(1), actor: "member", actorId: member.id, subjectId: member.id }]);
});

describe("coming back", () => {
  test("brings profile and listing back, role by role; what was ended stays ended, and can be begun again", async () => {
    const member = await insertMentor({}, { isMentee: true });
    const mentee = await insertMentee();
    const id = await begin(mentee, member);
    await deleteAccount(viewerOf(member), onDay(2));
    expect((await comeBack(await departedOf(member), { mentor: true, mentee: false }, onDay(9))).ok).toBe(true);
    expect(await memberOf(member)).toMatchObject({ status: "active", isMentor: true, isMentee: false, sessionEpoch: 1 });
    expect(await db().mentorListing.count({ where: { memberId: member.id } })).toBe(1);
    expect((await findProposal(viewerOf(mentee), id, SETTINGS, onDay(9)))?.relationship?.endedAt).toEqual(onDay(2));
    expect((await proposals.send(viewerOf(mentee), member.id, WORDS, SETTINGS, onDay(9))).ok).toBe(true);
  });

  test("twice is once, with at least one role, and only for those who left", async () => {
    const member = await insertMentor({}, { isMentee: true });
    await deleteAccount(viewerOf(member), onDay(1));
    const departed = await departedOf(member);
    expect(await comeBack(departed, { mentor: false, mentee: false }, onDay(2))).toEqual({ ok: false, reason: "none-left" });
    await Promise.all(Array.from({ length: 5 }, () => comeBack(departed, BOTH, onDay(2))));
    expect(await db().auditEvent.count({ where: { subjectId: member.id, fact: "came-back" } })).toBe(1);
    const suspended = await insertMentor({}, { status: "suspended" });
    await comeBack(await departedOf(suspended), BOTH, onDay(2));
    expect((await memberOf(suspended)).status).toBe("suspended");
  });

  test("leaving a second time ends the new sessions too, and tells again", async () => {
    const member = await insertMentee();
    await deleteAccount(viewerOf(member), onDay(1));
    await comeBack(await departedOf(member), BOTH, onDay(2));
    await deleteAccount(viewerOf(member), onDay(3));
    expect(await memberOf(member)).toMatchObject({ status: "deleted", sessionEpoch: 2 });
    expect(await kindsTold(member)).toEqual(["account-deleted", "account-deleted"]);
  });
});
