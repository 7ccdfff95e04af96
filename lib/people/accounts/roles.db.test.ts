import { describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { saveRoles } from "./commands";

const MENTEE_ONLY = { mentor: false, mentee: true };
const MENTOR_ONLY = { mentor: true, mentee: false };
const BOTH = { mentor: true, mentee: true };

const rolesOf = ({ id }: TestMember) =>
  db().member.findUniqueOrThrow({ where: { id }, select: { isMentor: true, isMentee: true } });
const factsOf = ({ id }: TestMember) =>
  db().auditEvent.findMany({ where: { subjectId: id, fact: "roles-saved" }, select: { data: true, actorId: true } });

describe("both roles", () => {
  test("a role is taken on and given up, with a line in the audit trail each time", async () => {
    const member = await insertMentee();
    expect(await saveRoles(viewerOf(member), BOTH, SENT_AT)).toMatchObject({ ok: true, value: { added: ["mentor"] } });
    expect(await rolesOf(member)).toEqual({ isMentor: true, isMentee: true });
    const both = { ...viewerOf(member), isMentor: true };
    expect(await saveRoles(both, BOTH, SENT_AT)).toMatchObject({ ok: true, value: { added: [], removed: [] } });
    expect(await saveRoles(both, MENTEE_ONLY, SENT_AT)).toMatchObject({ ok: true, value: { removed: ["mentor"] } });
    expect(await rolesOf(member)).toEqual({ isMentor: false, isMentee: true });
    expect(await factsOf(member)).toEqual([
      { actorId: member.id, data: BOTH },
      { actorId: member.id, data: MENTEE_ONLY },
    ]);
  });

  test("giving up the mentor takes them off the list, taking it on again brings profile and listing back", async () => {
    const member = await insertMentor({}, { isMentee: true });
    const viewer = viewerOf(member);
    await saveRoles(viewer, MENTEE_ONLY, SENT_AT);
    expect(await db().mentorListing.count({ where: { memberId: member.id } })).toBe(0);
    await saveRoles({ ...viewer, isMentor: false }, BOTH, SENT_AT);
    expect(await db().mentorListing.count({ where: { memberId: member.id } })).toBe(1);
  });

  test("a role with an open proposal or an active relationship stays; once the deadline has passed it need not", async () => {
    const mentee = await insertMentee({}, { isMentor: true });
    const mentor = await insertMentor({}, { isMentee: true });
    const sent = await proposals.send(
      { ...viewerOf(mentee), activeRole: "mentee" },
      mentor.id,
      WORDS,
      DEFAULT_SETTINGS,
      SENT_AT,
    );
    if (!sent.ok) throw new Error(sent.reason);
    expect(await saveRoles(viewerOf(mentor), MENTEE_ONLY, onDay(1))).toEqual({ ok: false, reason: "mentor-in-use" });
    expect(await saveRoles(viewerOf(mentee), MENTOR_ONLY, onDay(1))).toEqual({ ok: false, reason: "mentee-in-use" });
    await proposals.accept(viewerOf(mentor), sent.value, 1, DEFAULT_SETTINGS, onDay(2));
    expect(await saveRoles(viewerOf(mentor), MENTEE_ONLY, onDay(30))).toEqual({ ok: false, reason: "mentor-in-use" });
    expect(await rolesOf(mentor)).toEqual({ isMentor: true, isMentee: true });
    const other = await insertMentor({}, { isMentee: true });
    await proposals.send(viewerOf(await insertMentee()), other.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
    expect((await saveRoles(viewerOf(other), MENTEE_ONLY, onDay(22))).ok).toBe(true);
  });

  test("the last role stays, but for staff; and another tab's change is not undone", async () => {
    const none = { mentor: false, mentee: false };
    expect(await saveRoles(viewerOf(await insertMentor()), none, SENT_AT)).toEqual({ ok: false, reason: "none-left" });
    expect((await saveRoles(viewerOf(await insertMentor({}, { staff: "staff" })), none, SENT_AT)).ok).toBe(true);
    const member = await insertMember({ isMentee: true });
    const before = viewerOf(member);
    await saveRoles(before, BOTH, SENT_AT);
    expect(await saveRoles(before, MENTOR_ONLY, SENT_AT)).toEqual({ ok: false, reason: "changed-meanwhile" });
  });

  test("a proposal sent at the same moment never stays open with a role that is gone", async () => {
    for (let round = 0; round < 40; round++) {
      const mentee = await insertMentee();
      const mentor = await insertMentor({}, { isMentee: true });
      const [given, sent] = await Promise.all([
        saveRoles(viewerOf(mentor), MENTEE_ONLY, SENT_AT),
        proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT),
      ]);
      const { isMentor } = await rolesOf(mentor);
      const open = await db().proposal.count({ where: { mentorId: mentor.id, status: "sent" } });
      expect(isMentor || open === 0, `given up: ${JSON.stringify(given)}, sent: ${JSON.stringify(sent)}`).toBe(true);
      expect(given.ok).toBe(!isMentor);
    }
  });
});
