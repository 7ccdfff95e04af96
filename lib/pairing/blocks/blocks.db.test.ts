import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { saveChoices } from "@/lib/notify/notices/commands";
import { digestSweepStep } from "@/lib/notify/outbox/digests";
import * as alerts from "@/lib/pairing/alerts/commands";
import { findAlerts } from "@/lib/pairing/alerts/queries";
import { alertSweepStep, openingSweepStep } from "@/lib/pairing/alerts/sweep-step";
import { findMentor } from "@/lib/pairing/matching/details/queries";
import { readFilters } from "@/lib/pairing/matching/input";
import { findMentors, suggestMentors } from "@/lib/pairing/matching/queries";
import * as proposals from "@/lib/pairing/proposals/commands";
import { findProposal } from "@/lib/pairing/proposals/queries";
import * as questions from "@/lib/pairing/questions/commands";
import { findAsking, findExchange } from "@/lib/pairing/questions/queries";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import * as saved from "@/lib/pairing/saved/commands";
import { findMarked } from "@/lib/pairing/saved/queries";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { findEntry } from "@/lib/staff/members/entry/queries";
import { empty } from "@/testing/empty";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { block, unblock } from "./commands";
import { findBlocked, findKnown } from "./queries";

let mentee: TestMember;
let mentor: TestMember;

const status = async (id: string) => (await db().proposal.findUniqueOrThrow({ where: { id } })).status;
const toldTo = async ({ id }: TestMember) =>
  (await db().notification.findMany({ where: { memberId: id }, select: { kind: true } })).map(({ kind }) => kind);

async function ask(): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

/** Holds a notice of a meeting for the next digest, as the product's own commands do for who chose one. */
async function tellOfMeeting(key: string, to: TestMember, about: TestMember, at: Date): Promise<void> {
  const data = {
    key,
    memberId: to.id,
    role: "mentor",
    kind: "meeting-cancelled",
    aboutId: about.id,
    status: "held",
    createdAt: at,
  };
  await db().mail.create({ data, select: { key: true } });
}

async function begin(): Promise<string> {
  const id = await ask();
  const accepted = await proposals.accept(viewerOf(mentor), id, 1, SETTINGS, onDay(1));
  if (!accepted.ok) throw new Error(accepted.reason);
  return id;
}

beforeEach(async () => {
  await empty("members", "relationships", "proposals", "notifications", "questions", "mails");
  [mentee, mentor] = [await insertMentee(), await insertMentor({ capacity: 2 })];
});

/** Each of the two as the one who blocks. */
describe.each(["mentee", "mentor"] as const)("blocked by the %s", (by) => {
  const people = () => (by === "mentee" ? ([mentee, mentor] as const) : ([mentor, mentee] as const));

  test("neither finds the other, in the list, the page, suggestions or what was saved", async () => {
    await saved.mark(viewerOf(mentee), mentor.id, "saved", SENT_AT);
    const id = await ask();
    await proposals.withdraw(viewerOf(mentee), id, SETTINGS, SENT_AT);
    const [blocker, blocked] = people();
    expect(await block(viewerOf(blocker), blocked.id, SETTINGS, onDay(1))).toEqual({ ok: true, value: [] });
    const list = await findMentors(viewerOf(mentee), SETTINGS, readFilters({}, SETTINGS));
    expect(list.mentors).toEqual([]);
    expect(await findMentor(viewerOf(mentee), SETTINGS, mentor.id, onDay(1))).toBeNull();
    expect(await suggestMentors(mentee.id, [], SETTINGS)).toEqual([]);
    expect(await findMarked(viewerOf(mentee))).toEqual([]);
    expect(await saved.mark(viewerOf(mentee), mentor.id, "saved", SENT_AT)).toEqual({ ok: false, reason: "not-found" });
    // Somebody else finds them as before.
    expect(await findMentor(viewerOf(await insertMentee()), SETTINGS, mentor.id, onDay(1))).not.toBeNull();
  });

  test("an open proposal closes in the usual way, says no reason, and cannot be opened again", async () => {
    const id = await ask();
    const [blocker, blocked] = people();
    await block(viewerOf(blocker), blocked.id, SETTINGS, onDay(1));
    expect(await status(id)).toBe(by === "mentee" ? "withdrawn" : "rejected");
    const told = await db().notification.findMany({ where: { memberId: blocked.id }, orderBy: { createdAt: "desc" }, take: 1 });
    expect(told.map(({ kind }) => kind)).toEqual([by === "mentee" ? "proposal-withdrawn" : "proposal-rejected"]);
    for (const who of [mentee, mentor])
      expect((await proposals.reopen(viewerOf(who), id, SETTINGS, onDay(2))).ok, who.name).toBe(false);
    const again = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, onDay(2));
    expect(again).toEqual({ ok: false, reason: "partner-left" });
    for (const who of [mentee, mentor])
      expect(JSON.stringify(await findProposal(viewerOf(who), id, SETTINGS, onDay(2)))).not.toMatch(/block/i);
  });

  test("a question closes, and neither can write to the other or ask again", async () => {
    const typed = () => ({ key: randomUUID(), words: "Do you know the northern offices?" });
    const question = await questions.ask(viewerOf(mentee), mentor.id, typed(), SETTINGS, SENT_AT);
    const id = question.ok ? question.value : "";
    const [blocker, blocked] = people();
    expect((await block(viewerOf(blocker), blocked.id, SETTINGS, onDay(1))).ok).toBe(true);
    // Whoever asked is told of a close that is not theirs, as of any question without a reply.
    expect((await db().question.findFirstOrThrow({ where: { conversationId: id } })).status).toBe(
      by === "mentee" ? "closed" : "unanswered",
    );
    expect(await toldTo(mentee)).toEqual(by === "mentee" ? [] : ["question-unanswered"]);
    expect(await db().notification.count({ where: { kind: "question-asked", readAt: null } })).toBe(0);
    for (const who of [mentee, mentor]) {
      expect(await questions.write(viewerOf(who), { id, ...typed() }, SETTINGS, onDay(2))).toMatchObject({ reason: "away" });
      expect(JSON.stringify(await findExchange(viewerOf(who), id, SETTINGS, onDay(2)))).not.toMatch(/block/i);
    }
    const refused = { ok: false, reason: "not-found" };
    expect(await questions.ask(viewerOf(mentee), mentor.id, typed(), SETTINGS, onDay(100))).toEqual(refused);
    expect((await findAsking(viewerOf(mentee), mentor.id, SETTINGS, onDay(100))).refusal).toBe("not-found");
  });

  test("a relationship ends, and no address is shown any more, whatever was said before", async () => {
    const id = await begin();
    const [blocker, blocked] = people();
    await db().keptAddress.create({ data: { relationshipId: id, memberId: blocked.id, at: onDay(1) } });
    expect(await block(viewerOf(blocker), blocked.id, SETTINGS, onDay(2))).toEqual({ ok: true, value: [id] });
    for (const who of [mentee, mentor]) {
      const found = await findRelationship(viewerOf(who), id, onDay(2));
      expect([found?.isOpen, found?.endedBecause, found?.partner.email]).toEqual([false, by, null]);
      expect(found?.mayShowAddress).toBe(false);
    }
    expect(await toldTo(blocked)).toContain("relationship-ended");
    expect(await toldTo(blocker)).not.toContain("relationship-ended");
  });

  test("mails written before it that name the other are not sent, in a digest neither; what it closes is told", async () => {
    await saveChoices(viewerOf(mentor), { meetings: "digest" }, SENT_AT);
    await begin();
    const [blocker, blocked] = people();
    await tellOfMeeting("meeting:before", mentor, mentee, onDay(1));
    await tellOfMeeting("meeting:other", mentor, await insertMentee(), onDay(1));
    await block(viewerOf(blocker), blocked.id, SETTINGS, onDay(2));
    await sweep(digestSweepStep("Europe/London"), onDay(3));
    await deliverMails(onDay(3), { budgetSeconds: 600 });
    const mails = await db().mail.findMany({
      select: { kind: true, memberId: true, status: true, lastError: true, createdAt: true },
    });
    for (const { kind, status, lastError, createdAt } of mails) {
      if (kind === "digest" || status === "digested") continue;
      expect([kind, status]).toEqual([kind, createdAt < onDay(2) ? "overtaken" : "sent"]);
      if (createdAt < onDay(2) && kind !== "proposal-sent") expect(lastError).toContain("has blocked the other");
    }
    const sent = mails.filter(({ status }) => status === "sent").map(({ kind, memberId }) => [kind, memberId]);
    expect(sent).toEqual(expect.arrayContaining([["relationship-ended", blocked.id]]));
    const digest = await db().mail.findFirstOrThrow({ where: { kind: "digest" }, select: { subject: true } });
    expect(digest.subject).toContain("one thing is new");
  });

  test("nobody is told that the other is free", async () => {
    await saved.mark(viewerOf(mentee), mentor.id, "saved", SENT_AT);
    await alerts.waitForMentor(viewerOf(mentee), { mentorId: mentor.id }, SENT_AT);
    await ask();
    const [blocker, blocked] = people();
    await block(viewerOf(blocker), blocked.id, SETTINGS, onDay(1));
    expect(await findAlerts(viewerOf(mentee))).toEqual([]);
    const free = { where: { memberId: mentor.id }, select: { memberId: true } };
    await db().mentorProfile.update({ ...free, data: { isAvailable: false } });
    await db().mentorProfile.update({ ...free, data: { isAvailable: true } });
    await sweep(openingSweepStep, onDay(2));
    expect((await sweep(alertSweepStep("Europe/London"), onDay(2))).alertsTold ?? 0).toBe(0);
  });

  test("it is taken back by the one who did it alone, and opens nothing", async () => {
    const id = await ask();
    const [blocker, blocked] = people();
    await block(viewerOf(blocker), blocked.id, SETTINGS, onDay(1));
    expect(await findBlocked(viewerOf(blocked))).toEqual([]);
    await unblock(viewerOf(blocked), blocker.id);
    expect(await findMentor(viewerOf(mentee), SETTINGS, mentor.id, onDay(1))).toBeNull();
    expect((await findBlocked(viewerOf(blocker))).map(({ memberId }) => memberId)).toEqual([blocked.id]);
    await unblock(viewerOf(blocker), blocked.id);
    expect(await findMentor(viewerOf(mentee), SETTINGS, mentor.id, onDay(1))).not.toBeNull();
    expect(await status(id)).not.toBe("sent");
  });
});

test("an acceptance that comes after the block is refused", async () => {
  const id = await ask();
  await db().block.create({ data: { blockerId: mentee.id, blockedId: mentor.id, at: onDay(1) } });
  const accepted = await proposals.accept(viewerOf(mentor), id, 1, SETTINGS, onDay(1));
  expect(accepted).toEqual({ ok: false, reason: "partner-left" });
});

test("only somebody whom one can know is blocked, and nobody is told who has blocked them", async () => {
  const stranger = await insertMentee();
  const notFound = { ok: false, reason: "not-found" };
  expect(await block(viewerOf(mentor), mentee.id, SETTINGS, SENT_AT)).toEqual(notFound);
  expect(await block(viewerOf(mentee), stranger.id, SETTINGS, SENT_AT)).toEqual(notFound);
  expect(await block(viewerOf(mentee), mentee.id, SETTINGS, SENT_AT)).toEqual(notFound);
  expect(await block(viewerOf(mentee), "nobody", SETTINGS, SENT_AT)).toEqual(notFound);
  expect(await block(viewerOf(mentee), mentor.id, SETTINGS, SENT_AT)).toEqual({ ok: true, value: [] });
  expect(await block(viewerOf(mentee), mentor.id, SETTINGS, SENT_AT)).toEqual({ ok: true, value: [] });
  expect(await findKnown(viewerOf(mentee), mentor.id)).toMatchObject({ isBlocked: true });
  expect(await findKnown(viewerOf(mentor), mentee.id)).toBeNull();
});

test("staff see that there is a block, between whom", async () => {
  await block(viewerOf(mentee), mentor.id, SETTINGS, SENT_AT);
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  expect((await findEntry(staff, mentee.id))?.blocks).toEqual({ hasBlocked: [mentor.name], isBlockedBy: [] });
  expect((await findEntry(staff, mentor.id))?.blocks).toEqual({ hasBlocked: [], isBlockedBy: [mentee.name] });
});
