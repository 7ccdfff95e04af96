import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays, localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { env } from "@/lib/foundation/env";
import * as meetings from "@/lib/mentoring/meetings/commands";
import { WARNINGS } from "@/lib/mentoring/meetings/meeting";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import * as messages from "@/lib/pairing/conversations/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import { NOTHING_OF_ITS_OWN } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { listOfKind } from "@/lib/staff/inbox/queries";
import { findRelationshipRecord } from "@/lib/staff/relationships/queries";
import { DEATHS, killedIn } from "@/testing/child";
import { empty } from "@/testing/empty";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { SCHEME } from "@/testing/programmes/intake";
import { insertPairInProgramme } from "@/testing/programmes/pair";
import { SENT_AT, WORDS } from "@/testing/proposals/examples";
import { shareWords } from "@/testing/shared-words";
import { listWaiting } from "@/testing/waiting";
import * as checkIns from "./commands";
import { findCheckIn, findLinked } from "./queries";
import type { Answer } from "./question";
import { checkInSweepStep } from "./sweep-step";
import { CHECK_IN_WAITING, toOpenQuestion } from "./waiting";

/** So many days after the relationship began. */
const day = (days: number) => addDays(SENT_AT, days, "Europe/London");

interface Two {
  id: string;
  mentee: TestMember;
  mentor: TestMember;
}

async function begin(): Promise<Two> {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  const id = sent.ok ? sent.value : "";
  await proposals.accept(viewerOf(mentor), id, 1, DEFAULT_SETTINGS, day(0));
  return { id, mentee, mentor };
}

/** Day after day, as the sweep runs. */
async function live(from: number, to: number): Promise<void> {
  for (let at = from; at <= to; at++) await sweep(checkInSweepStep, day(at));
}

const say = ({ id }: Two, who: TestMember, answer: Answer, at: number, round = 1) =>
  checkIns.answer({ memberId: who.id }, { id, round, answer }, DEFAULT_SETTINGS, day(at));
const OURS = /^(have-you-met|still-meeting|partner-|both-waiting|pause-)/;
const told = async ({ id }: TestMember) => {
  const all = await db().mail.findMany({ where: { memberId: id }, orderBy: { createdAt: "asc" }, select: { kind: true } });
  return all.map(({ kind }) => kind).filter((kind) => OURS.test(kind));
};
/** The questions that are still new under Notifications. */
const newTo = async ({ id }: TestMember) => {
  const kind = { in: ["have-you-met", "still-meeting", "partner-waits"] };
  const all = await db().notification.findMany({ where: { memberId: id, readAt: null, kind }, select: { kind: true } });
  return all.map((one) => one.kind);
};
const stateOf = ({ id }: Two) => db().checkIn.findUniqueOrThrow({ where: { relationshipId: id } });
const viewOf = ({ id }: Two, who: TestMember, at: number) => findCheckIn(viewerOf(who), id, DEFAULT_SETTINGS, day(at));

/** The questions that Home asks. */
const homeOf = async (who: TestMember, at: number) =>
  (await listWaiting([CHECK_IN_WAITING], viewerOf(who), day(at))).flatMap((one) => toOpenQuestion(one) ?? []);

beforeEach(async () => {
  await empty("members", "mails", "findings");
});

describe("two who have not met", () => {
  test("are both asked on day 4, 10 and 21, once each, and then after 45 days of silence", async () => {
    const two = await begin();
    await live(0, 70);
    for (const member of [two.mentee, two.mentor]) {
      expect(await told(member)).toEqual(["have-you-met", "have-you-met", "have-you-met", "still-meeting"]);
    }
    const asked = await db().auditEvent.findMany({
      where: { fact: "asked-how-it-goes", subjectId: two.id },
      orderBy: { at: "asc" },
    });
    expect(asked.map(({ at }) => at)).toEqual([4, 10, 21, 66].map(day));
  });

  test("are not asked once a meeting is accepted, and are asked again when it is declined", async () => {
    const two = await begin();
    await shareWords(two.mentee, two.id, "some words: ", day(1));
    const startsAt = day(30);
    await db().meeting.updateMany({ data: { answer: "accepted", startsAt, endsAt: new Date(+startsAt + 3_600_000) } });
    await live(0, 9);
    expect(await told(two.mentee)).toEqual([]);
    await db().meeting.updateMany({ data: { answer: "declined" } });
    await live(10, 12);
    expect(await told(two.mentee)).toEqual(["have-you-met"]);
  });

  test("are asked while invitations wait for an answer, and no longer once one is accepted", async () => {
    const two = await begin();
    const invite = async (startsOn: number, on: number) => {
      const hour = (count: number) => localOf(new Date(+day(startsOn) + count * 3_600_000), "Europe/London");
      const time = { starts: hour(0), ends: hour(1), method: 1, sendsDetails: false };
      const plan = { ...time, words: { title: "Coffee", details: "" }, confirmed: WARNINGS };
      const which = { relationshipId: two.id, meetingId: randomUUID() };
      const arranged = await meetings.arrange(viewerOf(two.mentee), which, plan, DEFAULT_SETTINGS, day(on));
      expect(arranged).toMatchObject({ ok: true });
      return which;
    };
    const seenByStaff = async (at: number) => {
      const staff = viewerOf(await insertMember({ staff: "staff" }));
      const group = await listOfKind(staff, "no-first-conversation", DEFAULT_SETTINGS, day(at));
      const record = await findRelationshipRecord(staff, two.id, DEFAULT_SETTINGS, day(at));
      return [group?.rows.map(({ subjectId }) => subjectId) ?? [], record?.rhythm, record?.isNextAccepted];
    };
    await invite(6, 1);
    const last = await invite(40, 7);
    await live(0, 17);
    for (const member of [two.mentee, two.mentor]) expect(await told(member)).toEqual(["have-you-met", "have-you-met"]);
    expect(await seenByStaff(17)).toEqual([[two.id], "silent", false]);
    const accepted = await meetings.accept(viewerOf(two.mentor), { ...last, seen: 1 }, DEFAULT_SETTINGS, day(17));
    expect(accepted).toMatchObject({ ok: true });
    expect(await seenByStaff(17)).toEqual([[], "meeting", true]);
    await live(18, 30);
    expect(await told(two.mentee)).toEqual(["have-you-met", "have-you-met"]);
  });

  test("say that they have: it is their first conversation, told to the partner, and nobody is asked again", async () => {
    const two = await begin();
    await live(0, 4);
    expect((await viewOf(two, two.mentor, 5))?.open).toMatchObject({ question: "met", round: 1, partnerName: two.mentee.name });
    expect(await say(two, two.mentee, "met", 5)).toEqual({ ok: true, value: null });
    expect((await db().relationship.findUniqueOrThrow({ where: { id: two.id } })).firstConversationAt).toEqual(day(5));
    expect(await say(two, two.mentee, "met", 5)).toEqual({ ok: true, value: null });
    expect((await viewOf(two, two.mentor, 5))?.open).toBeNull();
    await live(6, 40);
    expect(await told(two.mentor)).toEqual(["have-you-met"]);
    expect([await newTo(two.mentee), await newTo(two.mentor)]).toEqual([[], []]);
    expect(await db().mail.count({ where: { kind: "first-conversation-held" } })).toBe(1);
  });
});

test("a programme’s own days count for its pairs alone, also when staff change them", async () => {
  const [two, inProgramme] = [await begin(), await insertPairInProgramme({ askIfMetOnDays: [2, 14] })];
  const { id, programmeId, staff, mentee } = inProgramme;
  // This pair began a day later.
  await live(0, 14);
  const askedOn = async (subjectId: string) => {
    const where = { fact: "asked-how-it-goes", subjectId };
    return (await db().auditEvent.findMany({ where, orderBy: { at: "asc" } })).map(({ at }) => at);
  };
  expect(await askedOn(two.id)).toEqual([4, 10].map(day));
  expect(await askedOn(id)).toEqual([day(3)]);
  const none = { ...SCHEME, own: { ...NOTHING_OF_ITS_OWN, askIfMetOnDays: [], askIfStillMeetingAfterDays: 30 } };
  expect(await programmes.edit(staff, { id: programmeId, seen: 2 }, none, day(14))).toMatchObject({ ok: true });
  await live(15, 40);
  expect(await askedOn(id)).toEqual([3, 33].map(day));
  expect(await told(mentee)).toEqual(["have-you-met", "still-meeting"]);
});

describe("one who waits", () => {
  test("the partner gets one kind mail; seven days later staff know, and the one who waits may end it", async () => {
    const two = await begin();
    await live(0, 4);
    await say(two, two.mentee, "no-reply", 5);
    expect(await told(two.mentor)).toEqual(["have-you-met", "partner-waits"]);
    expect((await viewOf(two, two.mentor, 6))?.open).toMatchObject({ isAwaited: true });
    expect(await viewOf(two, two.mentee, 6)).toMatchObject({ open: null, isWaiting: true });
    await live(6, 30);
    expect(await told(two.mentor)).toEqual(["have-you-met", "partner-waits"]);
    expect(await told(two.mentee)).toEqual(["have-you-met", "partner-silent"]);
    expect((await stateOf(two)).handedAt).toEqual(day(12));
    const isFirst = async () =>
      (await db().$queryRaw<{ first: boolean }[]>`SELECT waited_in_vain(${two.mentee.id}::uuid) AS "first"`)[0]?.first;
    expect(await isFirst()).toBe(false);
    await say(two, two.mentee, "not-going", 31);
    const { endedAt, endedBecause } = await db().relationship.findUniqueOrThrow({ where: { id: two.id } });
    expect([endedAt, endedBecause, await isFirst()]).toEqual([day(31), "mentee", true]);
    await live(32, 40);
    expect(await stateOf(two)).toMatchObject({ waiting: "mentee", dueAt: null });
  });

  test("is told of nothing new by a question that is answered, replaced or asked again kindly", async () => {
    const two = await begin();
    await live(0, 4);
    expect([await newTo(two.mentee), await newTo(two.mentor)]).toEqual([["have-you-met"], ["have-you-met"]]);
    await live(5, 10);
    expect([await newTo(two.mentee), await newTo(two.mentor)]).toEqual([["have-you-met"], ["have-you-met"]]);
    await say(two, two.mentee, "no-reply", 11, 2);
    expect([await newTo(two.mentee), await newTo(two.mentor)]).toEqual([[], ["partner-waits"]]);
    await say(two, two.mentor, "date", 12, 2);
    expect([await newTo(two.mentee), await newTo(two.mentor)]).toEqual([[], []]);
  });

  test("hears that the partner has answered", async () => {
    const two = await begin();
    await live(0, 4);
    await say(two, two.mentor, "no-reply", 5);
    await say(two, two.mentee, "date", 6);
    expect(await told(two.mentor)).toEqual(["have-you-met", "partner-has-date"]);
    await live(7, 20);
    expect((await stateOf(two)).handedAt).toBeNull();
    expect(await told(two.mentee)).toEqual(["have-you-met", "partner-waits", "have-you-met"]);
  });
});

describe("however the sweep runs", () => {
  test("fifty at once, late and again: each is asked once, and only the newest question", async () => {
    const all = await Promise.all(Array.from({ length: 12 }, begin));
    const counts = await Promise.all(Array.from({ length: 50 }, () => sweep(checkInSweepStep, day(15))));
    expect(counts.reduce((sum, { askedHowItGoes = 0 }) => sum + askedHowItGoes, 0)).toBe(12);
    await sweep(checkInSweepStep, day(15));
    expect(await db().mail.count({ where: { kind: "have-you-met" } })).toBe(2 * all.length);
    expect(await db().checkIn.count({ where: { round: 1, askedAt: day(15) } })).toBe(12);
  });

  test.each(["found", "saved"])(
    "killed when a batch was %s, the next one goes on and asks nobody twice",
    { timeout: 120_000 * DEATHS },
    async (point) => {
      for (let time = 1; time <= DEATHS; time++) {
        for (let n = 0; n < 12; n++) await begin();
        await killedIn("testing/sweep-child.ts", ["check-ins", point, day(4).toISOString()]);
        await sweep(checkInSweepStep, day(4));
        expect(await db().mail.count({ where: { kind: "have-you-met" } })).toBe(24 * time);
        expect(await db().checkIn.count({ where: { round: 1 } })).toBe(12 * time);
      }
    },
  );

  test("two answers at the same moment: both stand, and the end is told once", async () => {
    const two = await begin();
    await live(0, 4);
    const results = await Promise.all([
      ...Array.from({ length: 5 }, () => say(two, two.mentee, "not-going", 5)),
      ...Array.from({ length: 5 }, () => say(two, two.mentor, "not-going", 5)),
    ]);
    for (const result of results) expect(result.ok || result.reason === "ended").toBe(true);
    expect(await db().mail.count({ where: { kind: "relationship-ended" } })).toBe(1);
  });

  test("a question that becomes due while the relationship ends is told to nobody afterwards", async () => {
    const two = await begin();
    const [due] = await checkInSweepStep.findDue(day(4), null, 10);
    await relationships.end(viewerOf(two.mentee), two.id, null, DEFAULT_SETTINGS, day(4));
    if (due) await checkInSweepStep.step([due], day(4));
    expect(await told(two.mentee)).toEqual([]);
  });
});

describe("Home asks what the page of the relationship asks, and no more", () => {
  const met = (two: Two, at: number) =>
    relationships.holdFirstConversation(viewerOf(two.mentee), two.id, day(at), DEFAULT_SETTINGS, day(at));
  const write = (two: Two, at: number) =>
    messages.send(viewerOf(two.mentor), { relationshipId: two.id, key: randomUUID(), words: "Hello" }, day(at));
  const pause = async ({ id, mentee, mentor }: Two, at: number) => {
    await checkIns.askPause({ memberId: mentee.id }, id, day(at + 9), DEFAULT_SETTINGS, day(at));
    await checkIns.agreePause({ memberId: mentor.id }, id, day(at + 9), DEFAULT_SETTINGS, day(at));
  };
  test.each<[string, (two: Two, at: number) => unknown]>([
    ["does nothing", () => {}],
    ["says that they have met", (two, at) => say(two, two.mentee, "met", at)],
    ["says that no reply comes", (two, at) => say(two, two.mentee, "no-reply", at)],
    ["meets", met],
    ["writes", write],
    ["pauses", pause],
    ["ends it", (two, at) => relationships.end(viewerOf(two.mentee), two.id, null, DEFAULT_SETTINGS, day(at))],
  ])("when somebody %s", async (_what, act) => {
    const pairs = [await begin(), await begin()] as const;
    for (const at of [1, 4, 5, 6, 10, 14, 15, 21, 34, 46, 47, 48, 55, 57, 77, 92]) {
      await sweep(checkInSweepStep, day(at));
      // One pair in the first weeks; the other met on day 1, and is asked after 45 days whether they still meet.
      if (at === 1) await met(pairs[1], at);
      if (at === 5) await act(pairs[0], at);
      if (at === 47) await act(pairs[1], at);
      for (const two of pairs)
        for (const who of [two.mentee, two.mentor]) {
          const open = (await viewOf(two, who, at))?.open ?? null;
          expect([at, await homeOf(who, at)]).toEqual([at, open ? [open] : []]);
          if (open) asked.add(open.question);
        }
    }
    expect(asked).toEqual(new Set(["met", "still"]));
  });
  const asked = new Set<string>();
});

describe("who may see and answer", () => {
  test("the two alone; nobody else is told that there is anything", async () => {
    const two = await begin();
    await live(0, 4);
    const stranger = await insertMember({ isMentee: true });
    expect(await viewOf(two, stranger, 5)).toBeNull();
    expect(await say(two, stranger, "met", 5)).toEqual({ ok: false, reason: "not-found" });
    expect(await homeOf(two.mentee, 5)).toMatchObject([
      { relationshipId: two.id, question: "met", partnerName: two.mentor.name },
    ]);
    expect(await homeOf(stranger, 5)).toEqual([]);
  });

  test("the mail has four links for its reader and this question, which only show until a button is pressed", async () => {
    const two = await begin();
    await live(0, 4);
    await deliverMails(day(4));
    const { text } = await db().mail.findFirstOrThrow({ where: { memberId: two.mentee.id, kind: "have-you-met" } });
    const links = [...(text ?? "").matchAll(/\/met\/([\w.-]+)\?answer=([a-z-]+)/g)];
    expect(links.map(([, , answer]) => answer)).toEqual(["met", "date", "no-reply", "not-going"]);
    const link = readAnswerLink(links[0]?.[1] ?? "", "met", env().authSecrets, day(5));
    if (!link) throw new Error("The link is none of ours.");
    expect(link).toMatchObject({ memberId: two.mentee.id, subjectId: two.id, round: 1, until: day(34) });
    const expected = { question: "met", partnerName: two.mentor.name, given: null, isOpen: true, hasEnded: false };
    expect(await findLinked(link, DEFAULT_SETTINGS, day(5))).toEqual(expected);
    await live(5, 10);
    expect(await findLinked(link, DEFAULT_SETTINGS, day(10))).toMatchObject({ isOpen: false });
    expect(await say(two, two.mentee, "met", 10, link.round)).toEqual({ ok: false, reason: "nothing-asked" });
    await db().member.update({ where: { id: two.mentee.id }, data: { status: "suspended" } });
    expect(await findLinked(link, DEFAULT_SETTINGS, day(10))).toBeNull();
  });

  test("the link of somebody who may no longer sign in answers nothing, and ends no relationship", async () => {
    const two = await begin();
    await live(0, 4);
    for (const barred of [{ status: "suspended" }, { status: "active", standing: "lapsed" }]) {
      await db().member.update({ where: { id: two.mentee.id }, data: barred, select: { id: true } });
      expect(await say(two, two.mentee, "not-going", 5)).toEqual({ ok: false, reason: "not-found" });
    }
    expect(await stateOf(two)).toMatchObject({ menteeAnswer: null });
    expect(await db().relationship.count({ where: { id: two.id, endedAt: null } })).toBe(1);
  });
});

test("a pause that both agree on: nothing asks until its day, and either may end it", async () => {
  const two = await begin();
  const [mentee, mentor] = [{ memberId: two.mentee.id }, { memberId: two.mentor.id }];
  expect((await checkIns.askPause(mentee, two.id, day(60), DEFAULT_SETTINGS, day(2))).ok).toBe(true);
  expect((await viewOf(two, two.mentor, 2))?.suggested).toEqual({ until: day(60), by: "mentee" });
  expect((await checkIns.agreePause(mentor, two.id, day(60), DEFAULT_SETTINGS, day(3))).ok).toBe(true);
  await live(3, 59);
  expect(await told(two.mentor)).toEqual(["pause-suggested"]);
  await live(60, 104);
  expect(await told(two.mentor)).toEqual(["pause-suggested", "pause-ended"]);
  expect(await told(two.mentee)).toEqual(["pause-agreed", "pause-ended"]);
  await live(105, 105);
  expect(await told(two.mentor)).toEqual(["pause-suggested", "pause-ended", "still-meeting"]);
  expect((await checkIns.askPause(mentor, two.id, day(200), DEFAULT_SETTINGS, day(106))).ok).toBe(true);
  expect((await checkIns.agreePause(mentee, two.id, day(200), DEFAULT_SETTINGS, day(106))).ok).toBe(true);
  expect((await checkIns.dropPause(mentee, two.id, DEFAULT_SETTINGS, day(110))).ok).toBe(true);
  await live(111, 150);
  const since = ["pause-suggested", "pause-ended", "still-meeting", "pause-agreed", "pause-over"];
  expect((await told(two.mentor)).slice(0, 5)).toEqual(since);
  expect(await db().mail.count({ where: { memberId: two.mentor.id, kind: "pause-ended" } })).toBe(1);
});

test("fifty sweeps at once, late and again, tell both once that their pause is over, and not those who have ended it", async () => {
  const pairs = await Promise.all(Array.from({ length: 6 }, begin));
  for (const { id, mentee, mentor } of pairs) {
    await checkIns.askPause({ memberId: mentee.id }, id, day(60), DEFAULT_SETTINGS, day(2));
    expect((await checkIns.agreePause({ memberId: mentor.id }, id, day(60), DEFAULT_SETTINGS, day(3))).ok).toBe(true);
  }
  const [early] = pairs;
  if (early) await checkIns.dropPause({ memberId: early.mentor.id }, early.id, DEFAULT_SETTINGS, day(50));
  const counts = await Promise.all(Array.from({ length: 50 }, () => sweep(checkInSweepStep, day(63))));
  expect(counts.reduce((sum, { pausesEnded = 0 }) => sum + pausesEnded, 0)).toBe(5);
  await live(64, 70);
  const mails = await db().mail.findMany({ where: { kind: "pause-ended" }, select: { memberId: true, createdAt: true } });
  expect(new Set(mails.map(({ memberId }) => memberId)).size).toBe(10);
  expect(mails.map(({ createdAt }) => createdAt)).toEqual(Array.from({ length: 10 }, () => day(63)));
  expect(await db().checkIn.count({ where: { pausedUntil: day(60) } })).toBe(5);
});
