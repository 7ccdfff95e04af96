import { describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Viewer } from "@/lib/foundation/viewer";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { dose } from "@/testing/dose";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { closeOvertaken } from "./closing";
import * as proposals from "./commands";
import { findProposal, listRelationships } from "./queries";
import { proposalSweepStep } from "./sweep-step";

const SETTINGS = DEFAULT_SETTINGS;

async function sendTo(mentee: TestMember, mentor: TestMember, now = SENT_AT): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, now);
  if (!sent.ok) throw new Error(`not sent: ${sent.reason}`);
  return sent.value;
}

const accept = (viewer: Viewer, id: string, now = onDay(1)) => proposals.accept(viewer, id, 1, SETTINGS, now);
const statusOf = async (id: string) =>
  (await db().proposal.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
const mailKeys = async (id: string) =>
  (await db().mail.findMany({ where: { proposalId: id }, orderBy: { key: "asc" }, select: { key: true } })).map(({ key }) =>
    key.replace(`proposal:${id}:`, ""),
  );

describe("one step", () => {
  test("sending writes the proposal, its text, the audit trail, the notification and the mail", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await sendTo(mentee, mentor);
    expect(await statusOf(id)).toBe("sent");
    expect(await db().proposalText.count({ where: { proposalId: id } })).toBe(1);
    expect(await db().auditEvent.count({ where: { subjectId: id, fact: "sent", actorId: mentee.id } })).toBe(1);
    expect(await db().notification.count({ where: { memberId: mentor.id, kind: "proposal-sent" } })).toBe(1);
    expect(await mailKeys(id)).toEqual(["1:sent"]);
  });

  test("accepting opens the relationship, reveals the addresses and takes the mentor's last place off the list", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await sendTo(mentee, mentor);
    const before = await findProposal(viewerOf(mentor), id, SETTINGS, onDay(1));
    expect(before?.partner.email).toBeNull();
    expect(before?.allowed).toEqual(["accept", "reject"]);
    expect((await accept(viewerOf(mentor), id)).ok).toBe(true);
    const seen = await findProposal(viewerOf(mentee), id, SETTINGS, onDay(1));
    expect(seen?.partner.email).toBe(mentor.email);
    expect(seen?.relationship?.startedAt).toEqual(onDay(1));
    expect(seen?.history.map((line) => line.fact)).toEqual(["sent", "accepted"]);
    expect(await db().mentorListing.count({ where: { memberId: mentor.id } })).toBe(0);
  });

  test("an acceptance withdraws the mentee's other open proposals and tells those mentors", async () => {
    const [mentee, mentor, other] = [await insertMentee(), await insertMentor(), await insertMentor()];
    const [id, otherId] = [await sendTo(mentee, mentor), await sendTo(mentee, other)];
    await accept(viewerOf(mentor), id);
    const left = await findProposal(viewerOf(other), otherId, SETTINGS, onDay(1));
    expect(left?.proposal).toMatchObject({ status: "withdrawn", withdrawnBecause: "mentee-matched", dueAt: null });
    expect(await mailKeys(otherId)).toEqual(["1:sent", "1:withdrawn-matched"]);
  });

  test("earlier texts are kept and shown, and the mentor must have read the newest", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await sendTo(mentee, mentor);
    const words = { ...WORDS, objectives: "Something else." };
    expect((await proposals.edit(viewerOf(mentee), id, words, SETTINGS, onDay(1))).ok).toBe(true);
    const seen = await findProposal(viewerOf(mentor), id, SETTINGS, onDay(1));
    expect([seen?.text.objectives, seen?.earlierTexts.map((text) => text.objectives)]).toEqual([
      "Something else.",
      [WORDS.objectives],
    ]);
    expect(await accept(viewerOf(mentor), id)).toEqual({ ok: false, reason: "changed-meanwhile" });
  });

  test("the date decides: past the deadline an acceptance is refused, and the proposal expired, though no sweep has run", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await sendTo(mentee, mentor);
    expect(await accept(viewerOf(mentor), id, onDay(21))).toEqual({ ok: false, reason: "too-late" });
    expect(await statusOf(id)).toBe("expired");
    expect(await mailKeys(id)).toEqual(["1:expired-mentee", "1:expired-mentor", "1:sent"]);
    const reopened = await proposals.reopen(viewerOf(mentor), id, SETTINGS, onDay(22));
    expect(reopened.ok && reopened.value.round).toBe(2);
    expect((await accept(viewerOf(mentor), id, onDay(23))).ok).toBe(true);
  });

  test("an overdue proposal does not hold the mentee's place", async () => {
    const mentee = await insertMentee();
    for (let i = 0; i < 3; i++) await sendTo(mentee, await insertMentor());
    const fourth = await insertMentor();
    expect(await proposals.send(viewerOf(mentee), fourth.id, WORDS, SETTINGS, onDay(1))).toEqual({
      ok: false,
      reason: "too-many-open",
    });
    expect((await proposals.send(viewerOf(mentee), fourth.id, WORDS, SETTINGS, onDay(21))).ok).toBe(true);
  });

  test("an account that goes withdraws its open proposals, and they cannot be reopened until it is back", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await sendTo(mentee, mentor);
    await db().member.update({ where: { id: mentor.id }, data: { status: "suspended" } });
    expect(await proposals.closeAll(mentor.id, onDay(1))).toEqual({ ok: true, value: 1 });
    expect(await proposals.reopen(viewerOf(mentee), id, SETTINGS, onDay(2))).toEqual({
      ok: false,
      reason: "partner-left",
    });
    await db().member.update({ where: { id: mentor.id }, data: { status: "active" } });
    expect((await proposals.reopen(viewerOf(mentee), id, SETTINGS, onDay(2))).ok).toBe(true);
  });

  test("what something at the same moment has overtaken is closed at night", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await sendTo(mentee, mentor);
    await db().member.update({ where: { id: mentor.id }, data: { status: "deleted" } });
    expect(await closeOvertaken(null, SETTINGS, onDay(1))).toBe(1);
    expect(await statusOf(id)).toBe("withdrawn");
  });

  test("for a stranger it does not exist, in any way", async () => {
    const [mentee, mentor, stranger] = [await insertMentee(), await insertMentor(), await insertMentor()];
    const id = await sendTo(mentee, mentor);
    expect(await findProposal(viewerOf(stranger), id, SETTINGS, SENT_AT)).toBeNull();
    expect(await findProposal(viewerOf(stranger), "not-an-id", SETTINGS, SENT_AT)).toBeNull();
    expect(await accept(viewerOf(stranger), id)).toEqual({ ok: false, reason: "not-found" });
    expect(await accept(viewerOf(mentee), id)).toEqual({ ok: false, reason: "not-yours" });
    expect(await statusOf(id)).toBe("sent");
  });

  test("the list has every row once, what moved last first, a page at a time", async () => {
    const mentor = await insertMentor({ capacity: 20 });
    for (let i = 0; i < 45; i++) await sendTo(await insertMentee(), mentor, onDay(i % 10));
    const seen: { id: string; movedAt: Date }[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listRelationships(viewerOf(mentor), "mentor", "all", after);
      seen.push(...page.rows);
      if (!page.next) break;
      after = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(45);
    expect(seen.map(({ movedAt }) => movedAt.getTime())).toEqual(
      seen.map(({ movedAt }) => movedAt.getTime()).sort((a, b) => b - a),
    );
  });
});

describe("races", () => {
  test("a hundred identical posts make one proposal, and each is told so", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const posts = Array.from({ length: 100 }, () => proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, SENT_AT));
    const ids = (await Promise.all(posts)).map((result) => (result.ok ? result.value : result.reason));
    expect(new Set(ids).size).toBe(1);
    expect(await db().proposal.count({ where: { menteeId: mentee.id } })).toBe(1);
    expect(await db().mail.count({ where: { memberId: mentor.id } })).toBe(1);
  });

  test("a mentee who sends to ten at once has three open", async () => {
    const mentee = await insertMentee();
    const mentors = await Promise.all(Array.from({ length: 10 }, () => insertMentor()));
    const results = await Promise.all(
      mentors.map((mentor) => proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, SENT_AT)),
    );
    expect(await db().proposal.count({ where: { menteeId: mentee.id, status: "sent" } })).toBe(3);
    const refused = results.filter((result) => !result.ok).map((result) => !result.ok && result.reason);
    for (const reason of refused) expect(["too-many-open", "busy"]).toContain(reason);
  });

  test("races of accept against expire have one winner each, a thousand of them in full", async () => {
    const mentors = await Promise.all(Array.from({ length: 20 }, () => insertMentor()));
    const mentees = await Promise.all(Array.from({ length: 20 }, () => insertMentee()));
    // Each round lets the sweep set off at another moment.
    const rounds = dose(10, 50);
    let accepted = 0;
    for (let round = 0; round < rounds; round++) {
      const justBefore = new Date(onDay(21).getTime() - 1);
      const ids = await Promise.all(mentees.map((mentee, i) => sendTo(mentee, mentors[i] as TestMember)));
      const accepts = ids.map((id, i) => accept(viewerOf(mentors[i] as TestMember), id, justBefore));
      // The sweep sets off while more or fewer of them have arrived.
      const arrived = Promise.all(accepts.slice(0, Math.round((round * 50) / rounds) % 20));
      const swept = arrived.then(() => sweep(proposalSweepStep, onDay(21)));
      const results = await Promise.all(accepts);
      await swept;
      const [statuses, opened, mails] = await Promise.all([
        db().proposal.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } }),
        db().relationship.findMany({ where: { id: { in: ids } }, select: { id: true } }),
        db().mail.findMany({ where: { proposalId: { in: ids } }, select: { proposalId: true, key: true } }),
      ]);
      const outcome = (id: string) => ({
        status: statuses.find((one) => one.id === id)?.status,
        isOpened: opened.some((one) => one.id === id),
        mails: mails.flatMap(({ proposalId, key }) => (proposalId === id ? key.replace(`proposal:${id}:`, "") : [])).sort(),
      });
      for (const [i, id] of ids.entries()) {
        const won = results[i]?.ok === true;
        accepted += won ? 1 : 0;
        expect(outcome(id)).toEqual({
          status: won ? "accepted" : "expired",
          isOpened: won,
          mails: won ? ["1:accepted", "1:sent"] : ["1:expired-mentee", "1:expired-mentor", "1:sent"],
        });
      }
      await db().relationship.updateMany({
        where: { id: { in: ids } },
        data: { endedAt: onDay(22), endedBecause: "completed", dueAt: null },
      });
    }
    // Neither side always wins, or this was no race.
    expect(accepted).toBeGreaterThan(rounds);
    expect(accepted).toBeLessThan(19 * rounds);
  }, 240_000);

  test("acceptances for a mentor's last place, and of one mentee by several, have one winner each", async () => {
    const round = async () => {
      const mentor = await insertMentor({ capacity: 1 });
      const mentees = await Promise.all(Array.from({ length: 4 }, () => insertMentee()));
      const ids = await Promise.all(mentees.map((mentee) => sendTo(mentee, mentor)));
      const results = await Promise.all(ids.map((id) => accept(viewerOf(mentor), id)));
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      for (const result of results) if (!result.ok) expect(["mentor-full", "not-open"]).toContain(result.reason);

      const mentee = await insertMentee();
      const mentors = await Promise.all(Array.from({ length: 3 }, () => insertMentor()));
      const sent = await Promise.all(mentors.map((one) => sendTo(mentee, one)));
      const answers = await Promise.all(mentors.map((one, i) => accept(viewerOf(one), sent[i] ?? "")));
      expect(answers.filter((result) => result.ok)).toHaveLength(1);
      expect(await db().relationship.count({ where: { menteeId: mentee.id } })).toBe(1);
      expect(await db().proposal.count({ where: { menteeId: mentee.id, status: "sent" } })).toBe(0);
    };
    // Four at a time: no round touches what another one writes.
    for (let i = 0; i < dose(2, 5); i++) await Promise.all([round(), round(), round(), round()]);
  }, 120_000);
});
