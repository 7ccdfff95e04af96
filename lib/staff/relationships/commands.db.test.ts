import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as proposalQueries from "@/lib/pairing/proposals/queries";
import * as relationships from "@/lib/pairing/relationships/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { type LetterDraft, LetterInput } from "./input";
import { writeLetter } from "./letters/commands";
import { findAddressees, listLetters } from "./letters/queries";
import { findRelationshipRecord } from "./queries";

const SETTINGS = DEFAULT_SETTINGS;

async function insertProposal() {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  return { id: sent.value, mentee, mentor };
}

const staffViewer = async () => viewerOf(await insertMember({ staff: "staff" }));

async function draftOf(id: string, changes: Partial<LetterDraft> = {}): Promise<LetterDraft> {
  const seen = (await findAddressees("all", id))?.seen ?? "";
  return {
    id,
    letterId: randomUUID(),
    seen,
    to: "both",
    behalfOf: "society",
    subject: "Your first meeting",
    words: "Dear both",
    ...changes,
  };
}

const toldOf = async ({ id }: TestMember, kind: string) => [
  await db().notification.count({ where: { memberId: id, kind } }),
  await db().mail.count({ where: { memberId: id, kind } }),
];
const auditOf = (subjectId: string) =>
  db().auditEvent.findMany({
    where: { subjectId, actor: "staff" },
    select: { actorId: true, fact: true, subject: true, data: true },
  });

type Act = (viewer: Viewer, id: string, now?: Date) => ReturnType<typeof proposals.extend>;
const extend: Act = (viewer, id, now = onDay(2)) => proposals.extend(viewer, { id, seen: 1 }, 7, SETTINGS, now);
const withdraw: Act = (viewer, id, now = onDay(2)) =>
  proposals.withdrawByStaff(viewer, { id, seen: 1 }, "secretwords of ours", now);

type ActOnBoth = (viewer: Viewer, id: string, now?: Date) => ReturnType<typeof relationships.endByStaff>;
const saying = (isShared: boolean): ActOnBoth => {
  const said = { reason: "secretwords of ours", isShared };
  return (viewer, id, now = onDay(5)) => relationships.endByStaff(viewer, { id, seen: 1 }, said, SETTINGS, now);
};
const end = saying(true);
const goOn: ActOnBoth = (viewer, id, now = onDay(5)) => relationships.extendByStaff(viewer, { id, seen: 1 }, 6, SETTINGS, now);

describe("whatever staff do to two people is told to both, and written down", () => {
  test.each([
    ["extended", "proposal-extended", extend],
    ["withdrawn", "proposal-withdrawn-staff", withdraw],
  ])("to a proposal: %s", async (fact, kind, act) => {
    const { id, mentee, mentor } = await insertProposal();
    const staff = await staffViewer();
    expect(await act(staff, id)).toEqual({ ok: true, value: null });
    for (const member of [mentee, mentor]) expect(await toldOf(member, kind)).toEqual([1, 1]);
    const audit = await auditOf(id);
    expect(audit).toMatchObject([{ actorId: staff.memberId, fact, subject: "proposal" }]);
    expect(JSON.stringify(audit)).not.toContain("secretwords");
    // Pressed twice, it is done once.
    expect((await act(staff, id)).ok).toBe(false);
    expect(await auditOf(id)).toHaveLength(1);
    expect(await toldOf(mentee, kind)).toEqual([1, 1]);
  });

  test.each([
    ["ended", "relationship-ended-staff", end],
    ["extended", "relationship-extended-staff", goOn],
  ])("to a relationship: %s", async (fact, kind, act) => {
    const { id, mentee, mentor } = await insertPartners();
    const staff = await staffViewer();
    expect(await act(staff, id)).toEqual({ ok: true, value: null });
    for (const member of [mentee, mentor]) expect(await toldOf(member, kind)).toEqual([1, 1]);
    const audit = await auditOf(id);
    expect(audit).toMatchObject([{ actorId: staff.memberId, fact, subject: "relationship" }]);
    expect(JSON.stringify(audit)).not.toContain("secretwords");
    expect((await act(staff, id)).ok).toBe(false);
    expect(await auditOf(id)).toHaveLength(1);
  });

  test("a letter, once however often it is sent", async () => {
    const { id, mentee, mentor } = await insertPartners();
    const staff = await staffViewer();
    const draft = await draftOf(id, { behalfOf: "mentee", words: "Dear both, secretwords" });
    const results = await Promise.all(Array.from({ length: 5 }, () => writeLetter(staff, draft, onDay(5))));
    expect(results).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: "relationship" })));
    for (const member of [mentee, mentor]) expect(await toldOf(member, "letter")).toEqual([1, 1]);
    // Whoever goes back to the form and presses once more has another form with the same words in it; or a colleague was quicker.
    for (const who of [staff, await staffViewer()]) {
      const same = await writeLetter(who, { ...draft, letterId: randomUUID() }, onDay(5));
      expect(same).toEqual({ ok: false, reason: "already-sent" });
    }
    expect(await toldOf(mentee, "letter")).toEqual([1, 1]);
    const audit = await auditOf(id);
    expect(audit).toMatchObject([{ fact: "letter-sent", subject: "relationship", data: { behalfOf: "mentee" } }]);
    expect(JSON.stringify(audit)).not.toContain("secretwords");
    await deliverMails(onDay(5));
    for (const member of [mentee, mentor]) {
      const mail = await db().mail.findFirstOrThrow({ where: { memberId: member.id, kind: "letter" } });
      expect([mail.status, mail.subject]).toEqual(["sent", "Your first meeting"]);
      expect(mail.text).toContain("Dear both, secretwords");
      expect((await listLetters(viewerOf(member), id))?.letters).toMatchObject([{ words: draft.words, behalfOf: "mentee" }]);
    }
    expect(await listLetters(viewerOf(await insertMentee()), id)).toBeNull();
    for (const changes of [{ words: "Dear both, and more" }, { behalfOf: "society" as const }])
      expect((await writeLetter(staff, { ...draft, ...changes, letterId: randomUUID() }, onDay(5))).ok).toBe(true);
    expect((await writeLetter(staff, { ...draft, letterId: randomUUID() }, onDay(7))).ok).toBe(true);
    expect(await toldOf(mentee, "letter")).toEqual([4, 4]);
  });
});

describe("a letter to one alone", () => {
  test("is told to them and read by them; nothing of it exists for the other", async () => {
    const { id, mentee, mentor } = await insertProposal();
    const staff = await staffViewer();
    const draft = await draftOf(id, { to: "mentor", words: "Dear Gareth, secretwords" });
    const results = await Promise.all(Array.from({ length: 5 }, () => writeLetter(staff, draft, onDay(2))));
    expect(results).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: "proposal" })));
    expect([await toldOf(mentor, "letter"), await toldOf(mentee, "letter")]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(await auditOf(id)).toMatchObject([{ fact: "letter-sent-to-one", data: { to: "mentor" } }]);
    const readBy = async (member: TestMember) => {
      const found = await proposalQueries.findProposal(viewerOf(member), id, SETTINGS, onDay(3));
      const letters = (await listLetters(viewerOf(member), id))?.letters ?? [];
      return [letters.map(({ toOne }) => toOne), found?.letters, found?.history.map(({ fact }) => fact)];
    };
    expect(await readBy(mentor)).toEqual([["mentor"], 1, ["sent", "letter-sent-to-one"]]);
    expect(await readBy(mentee)).toEqual([[], 0, ["sent"]]);
    await proposals.accept(viewerOf(mentor), id, 1, SETTINGS, onDay(3));
    const counted = async (member: TestMember) => (await findRelationship(viewerOf(member), id, onDay(4)))?.letters;
    expect([await counted(mentor), await counted(mentee)]).toEqual([1, 0]);
    await deliverMails(onDay(4));
    const mail = await db().mail.findFirstOrThrow({ where: { memberId: mentor.id, kind: "letter" } });
    expect(mail.text).toContain("to you alone");
    expect(mail.text).not.toContain(mentee.name);
  });

  test("needs only them to be here, goes out in the society's name alone, and is another one than the same to both", async () => {
    const { id, mentee, mentor } = await insertPartners();
    const staff = await staffViewer();
    await db().member.update({ where: { id: mentee.id }, data: { status: "deleted" }, select: { id: true } });
    const to = async (to: LetterDraft["to"]) => (await writeLetter(staff, await draftOf(id, { to }), onDay(2))).ok;
    expect([await to("mentor"), await to("mentee"), await to("both")]).toEqual([true, false, false]);
    expect(await toldOf(mentor, "letter")).toEqual([1, 1]);
    await db().member.update({ where: { id: mentee.id }, data: { status: "active" }, select: { id: true } });
    expect([await to("mentor"), await to("both"), await to("mentee")]).toEqual([false, true, true]);
    const parsed = LetterInput.safeParse(await draftOf(id, { to: "mentor", behalfOf: "mentee" }));
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["behalfOf"]]);
  });
});

describe("who may", () => {
  test("members may not, nor staff with their own; nothing is changed", async () => {
    const proposal = await insertProposal();
    const partners = await insertPartners();
    const staffMentor = { ...viewerOf(proposal.mentor), staff: "admin" as const };
    const staffMentee = { ...viewerOf(partners.mentee), staff: "staff" as const };
    const stranger = viewerOf(await insertMentor());
    for (const [viewer, reason] of [
      [viewerOf(proposal.mentor), "not-staff"],
      [stranger, "not-staff"],
      [staffMentor, "own"],
    ] as const) {
      for (const act of [extend, withdraw]) expect(await act(viewer, proposal.id)).toEqual({ ok: false, reason });
      expect(await writeLetter(viewer, await draftOf(proposal.id), onDay(2))).toEqual({ ok: false, reason });
    }
    for (const [viewer, reason] of [
      [viewerOf(partners.mentee), "not-staff"],
      [stranger, "not-staff"],
      [staffMentee, "own"],
    ] as const) {
      for (const act of [end, goOn]) expect(await act(viewer, partners.id, onDay(2))).toEqual({ ok: false, reason });
    }
    for (const id of [proposal.id, partners.id]) expect(await auditOf(id)).toEqual([]);
    expect(await db().staffLetter.count({ where: { proposalId: proposal.id } })).toBe(0);
    expect(await extend(await staffViewer(), "no-id")).toMatchObject({
      reason: "not-found",
    });
  });

  test("a letter needs two who can read it, as they were when it was begun", async () => {
    const { id, mentee, mentor } = await insertProposal();
    const staff = await staffViewer();
    const draft = await draftOf(id);
    await proposals.accept(viewerOf(mentor), id, 1, SETTINGS, onDay(1));
    expect(await writeLetter(staff, draft, onDay(2))).toEqual({ ok: false, reason: "changed-meanwhile" });
    await db().member.update({ where: { id: mentee.id }, data: { status: "deleted" }, select: { id: true } });
    expect(await writeLetter(staff, await draftOf(id), onDay(2))).toEqual({ ok: false, reason: "partner-left" });
    expect(await toldOf(mentor, "letter")).toEqual([0, 0]);
  });
});

describe("with a member at the same moment", () => {
  test("either the mentor accepts or staff withdraw, and the other is told that it changed", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, mentor } = await insertProposal();
      const staff = await staffViewer();
      const [accepted, withdrawn] = await Promise.all([
        proposals.accept(viewerOf(mentor), id, 1, SETTINGS, onDay(2)),
        withdraw(staff, id),
      ]);
      expect([accepted.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
      const { status } = await db().proposal.findUniqueOrThrow({ where: { id } });
      expect(status).toBe(accepted.ok ? "accepted" : "withdrawn");
      if (!withdrawn.ok) expect(["changed-meanwhile", "not-open"]).toContain(withdrawn.reason);
    }
  });

  test("a relationship ends once, by a member or by staff", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, mentee } = await insertPartners();
      const staff = await staffViewer();
      const [byMember, byStaff] = await Promise.all([
        relationships.end(viewerOf(mentee), id, null, SETTINGS, onDay(5)),
        end(staff, id),
      ]);
      expect([byMember.ok, byStaff.ok].filter(Boolean)).toHaveLength(1);
      const { endedBecause } = await db().relationship.findUniqueOrThrow({ where: { id } });
      expect(endedBecause).toBe(byStaff.ok ? "staff" : "mentee");
    }
  });
});

describe("why it ended", () => {
  test.each([true, false])("is read by both exactly where staff share it: %s", async (isShared) => {
    const { id, mentee, mentor } = await insertPartners();
    await saying(isShared)(await staffViewer(), id);
    await deliverMails(onDay(5));
    for (const member of [mentee, mentor]) {
      expect((await findRelationship(viewerOf(member), id, onDay(6)))?.sharedReason).toBe(
        isShared ? "secretwords of ours" : null,
      );
      const mail = await db().mail.findFirstOrThrow({ where: { memberId: member.id, kind: "relationship-ended-staff" } });
      expect([mail.status, mail.text?.includes("secretwords")]).toEqual(["sent", isShared]);
    }
  });

  test("what a partner told the society alone is not read by a member of staff who is the other one", async () => {
    const { id, mentee, mentor } = await insertPartners();
    await relationships.end(viewerOf(mentee), id, "secretwords", SETTINGS, onDay(5));
    const other = await findRelationshipRecord({ ...viewerOf(mentor), staff: "admin" }, id, SETTINGS, onDay(6));
    expect([other?.isOwn, other?.relationship.endReason]).toEqual([true, null]);
    const staff = await findRelationshipRecord(await staffViewer(), id, SETTINGS, onDay(6));
    expect([staff?.isOwn, staff?.relationship.endReason]).toEqual([false, "secretwords"]);
  });
});
