import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addDays, localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import * as checkIns from "@/lib/mentoring/check-ins/commands";
import { checkInSweepStep } from "@/lib/mentoring/check-ins/sweep-step";
import { sign } from "@/lib/mentoring/contracts/commands";
import { makeOffer } from "@/lib/mentoring/contracts/offer";
import * as meetings from "@/lib/mentoring/meetings/commands";
import { answer as answerSurvey } from "@/lib/mentoring/surveys/commands";
import * as messages from "@/lib/pairing/conversations/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import * as questions from "@/lib/pairing/questions/commands";
import { keepPlace } from "@/lib/pairing/queue/commands";
import * as readiness from "@/lib/pairing/readiness/commands";
import { readinessSweepStep } from "@/lib/pairing/readiness/sweep-step";
import * as relationships from "@/lib/pairing/relationships/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { stillAvailableSweepStep } from "@/lib/pairing/still-available/sweep-step";
import { arrangeWaiting } from "@/lib/people/waiting/arrange";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { answer } from "@/lib/staff/support/answering/commands";
import { ask } from "@/lib/staff/support/commands";
import { insertPartners } from "@/testing/partners";
import { addMenteeProfile, insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { askCondition } from "@/testing/readiness";
import { askOne } from "@/testing/surveys/examples";
import { listWaiting } from "@/testing/waiting";
import { WAITING } from "./waiting";

// Everything that can wait for a member, built by the product's own commands; and what Home says of it to each of the two.

const NOW = onDay(3);
const ZONE = "Europe/London";

/** What Home says to a member: whose turn it is, the sentence, and where it leads. */
async function homeOf(viewer: Viewer, now = NOW): Promise<string[]> {
  const found = await listWaiting(WAITING, viewer, now);
  for (const { kind } of found) seen.add(kind);
  const arranged = arrangeWaiting(WAITING, found, { viewer, settings: SETTINGS, now });
  return Object.entries(arranged).flatMap(([group, items]) => items.map(({ sentence }) => `${group}: ${sentence}`));
}
const seen = new Set<string>();

async function propose(mentee: TestMember, mentor: TestMember, at = SENT_AT): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, at);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

async function two() {
  return { mentee: await insertMentee({}, { name: "Mei Tanaka" }), mentor: await insertMentor({}, { name: "Gareth Pugh" }) };
}

async function arrange(relationshipId: string, organiser: TestMember, startsAt: Date, now = NOW) {
  const meetingId = randomUUID();
  const [starts, ends] = [startsAt, new Date(+startsAt + 3_600_000)].map((at) => localOf(at, ZONE));
  const words = { title: "We meet", details: "" };
  const plan = { starts: starts ?? "", ends: ends ?? "", confirmed: [], method: 2, sendsDetails: true, words };
  const made = await meetings.arrange(viewerOf(organiser), { relationshipId, meetingId }, plan, SETTINGS, now);
  if (!made.ok) throw new Error(made.reason);
  return { relationshipId, meetingId, seen: 1 };
}

test("with a profile, and nothing that goes on, nothing waits", async () => {
  const { mentee, mentor } = await two();
  expect(await homeOf(viewerOf(mentee))).toEqual([]);
  expect(await homeOf(viewerOf(mentor))).toEqual([]);
  const pair = await insertPartners(2);
  expect([await homeOf(viewerOf(pair.mentee)), await homeOf(viewerOf(pair.mentor))]).toEqual([[], []]);
});

test("a profile that is not written yet, in each role that is held", async () => {
  const both = await insertMember({ isMentor: true, isMentee: true });
  expect(await homeOf(viewerOf(both))).toEqual([
    "you: Your profile as a mentee is still to be written.",
    "you: Your profile as a mentor is still to be written.",
  ]);
  expect(await homeOf(viewerOf(await insertMember()))).toEqual([]);
});

test("a proposal, to its mentor and to its mentee, until its deadline, whether or not a sweep has run", async () => {
  const { mentee, mentor } = await two();
  await propose(mentee, mentor);
  expect(await homeOf(viewerOf(mentor))).toEqual(["you: Mei Tanaka has sent you a proposal. Please answer by 22 June."]);
  expect(await homeOf(viewerOf(mentee))).toEqual(["others: Gareth Pugh has until 22 June to reply to your proposal."]);
  expect(await homeOf(viewerOf(mentor), onDay(21))).toEqual([]);
  const late = ["you: Gareth Pugh did not reply to your proposal. Please choose another mentor."];
  expect(await homeOf(viewerOf(mentee), onDay(21))).toEqual(late);
  expect(await homeOf(viewerOf(mentee), onDay(36))).toEqual([]);
});

test("a rejection, with what the mentee looks for, until they ask again, find somebody, or two weeks are over", async () => {
  const { mentee, mentor } = await two();
  const id = await propose(mentee, mentor);
  await proposals.reject(viewerOf(mentor), id, null, SETTINGS, onDay(2));
  const said = ["you: Gareth Pugh cannot take up your proposal. Please choose another mentor."];
  expect(await homeOf(viewerOf(mentee))).toEqual(said);
  expect((await listWaiting(WAITING, viewerOf(mentee), NOW))[0]?.data.wanted).toMatchObject({ topics: [1], methods: [2] });
  expect(await homeOf(viewerOf(mentor))).toEqual([]);
  expect([await homeOf(viewerOf(mentee), onDay(15)), await homeOf(viewerOf(mentee), onDay(17))]).toEqual([said, []]);
  await propose(mentee, await insertMentor({}, { name: "Salma Aziz" }), onDay(3));
  expect(await homeOf(viewerOf(mentee))).toEqual(["others: Salma Aziz has until 25 June to reply to your proposal."]);
});

test("a proposal that goes to the next choice, which is nothing for the mentee to do", async () => {
  const { mentee, mentor } = await two();
  const choices = [(await insertMentor({}, { name: "Salma Aziz" })).id];
  expect((await proposals.send(viewerOf(mentee), mentor.id, { ...WORDS, choices }, SETTINGS, SENT_AT)).ok).toBe(true);
  expect(await homeOf(viewerOf(mentee), onDay(21))).toEqual([
    "others: Your proposal to Gareth Pugh has come to nothing. We turn to the mentor you chose next.",
  ]);
});

test("a proposal that the society withdrew; not one that the mentee withdrew", async () => {
  const { mentee, mentor } = await two();
  const id = await propose(mentee, mentor);
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  expect(await proposals.withdrawByStaff(staff, { id, seen: 1 }, "He is away.", onDay(1))).toMatchObject({ ok: true });
  expect(await homeOf(viewerOf(mentee))).toEqual([
    "you: Your proposal to Gareth Pugh has been withdrawn. Please choose another mentor.",
  ]);
  const own = await two();
  await proposals.withdraw(viewerOf(own.mentee), await propose(own.mentee, own.mentor), SETTINGS, onDay(1));
  expect(await homeOf(viewerOf(own.mentee))).toEqual([]);
});

test("a meeting: asked, accepted, and over; and another time", async () => {
  const { id, mentee, mentor } = await insertPartners(2);
  const soon = await arrange(id, mentee, onDay(6));
  expect(await homeOf(viewerOf(mentor))).toEqual([
    "you: Mei Tanaka invites you to meet on Sunday 7 June, 10:00. Please answer.",
  ]);
  expect(await homeOf(viewerOf(mentee))).toEqual([
    "others: Gareth Pugh is still to answer about your meeting on Sunday 7 June, 10:00.",
  ]);
  await meetings.accept(viewerOf(mentor), soon, SETTINGS, NOW);
  for (const [one, other] of [
    [mentee, mentor],
    [mentor, mentee],
  ] as const) {
    expect(await homeOf(viewerOf(one))).toEqual([`soon: You are meeting ${other.name} on Sunday 7 June, 10:00.`]);
    expect(await homeOf(viewerOf(one), onDay(7))).toEqual([
      `you: Did your meeting with ${other.name} on Sunday 7 June, 10:00 take place?`,
    ]);
    expect([await homeOf(viewerOf(one), onDay(36)), await homeOf(viewerOf(one), onDay(37))]).toMatchObject([[ASKED], []]);
  }
  await meetings.hold(viewerOf(mentee), { ...soon, seen: 2 }, SETTINGS, onDay(7));
  const far = await arrange(id, mentee, onDay(20), onDay(7));
  const time = { starts: localOf(onDay(21), ZONE), ends: localOf(new Date(+onDay(21) + 3_600_000), ZONE), confirmed: [] };
  await meetings.suggest(viewerOf(mentor), far, time, SETTINGS, onDay(7));
  expect(await homeOf(viewerOf(mentee), onDay(8))).toEqual([
    "you: Gareth Pugh suggests another time for your meeting on Sunday 21 June, 10:00.",
  ]);
  expect(await homeOf(viewerOf(mentor), onDay(8))).toEqual([
    "others: Mei Tanaka is still to answer about your meeting on Sunday 21 June, 10:00.",
  ]);
});
const ASKED = expect.stringContaining("take place?");

test("a meeting that was never agreed on is not asked about", async () => {
  const { id, mentee, mentor } = await insertPartners(2);
  await arrange(id, mentee, onDay(6));
  const other = await arrange(id, mentee, onDay(8));
  const time = { starts: localOf(onDay(9), ZONE), ends: localOf(new Date(+onDay(9) + 3_600_000), ZONE), confirmed: [] };
  await meetings.suggest(viewerOf(mentor), other, time, SETTINGS, NOW);
  expect([await homeOf(viewerOf(mentee)), await homeOf(viewerOf(mentor))]).toMatchObject([{ length: 2 }, { length: 2 }]);
  expect([await homeOf(viewerOf(mentee), onDay(10)), await homeOf(viewerOf(mentor), onDay(10))]).toEqual([[], []]);
});

describe("a meeting that was declined", () => {
  const said = ["you: Gareth Pugh has declined your meeting on Sunday 14 June, 10:00. Please suggest another time."];
  async function decline() {
    const pair = await insertPartners(2);
    const declined = await arrange(pair.id, pair.mentee, onDay(13));
    expect(await meetings.decline(viewerOf(pair.mentor), declined, SETTINGS, NOW)).toMatchObject({ ok: true });
    return { ...pair, declined };
  }

  test("is on its organiser’s Home for two weeks, and never asked about", async () => {
    const { mentee, mentor } = await decline();
    for (const now of [NOW, onDay(14), onDay(16)]) expect(await homeOf(viewerOf(mentee), now)).toEqual(said);
    expect(await homeOf(viewerOf(mentee), onDay(18))).toEqual([]);
    for (const now of [NOW, onDay(14), onDay(16)]) expect(await homeOf(viewerOf(mentor), now)).toEqual([]);
  });

  test.each<[string, (given: Awaited<ReturnType<typeof decline>>) => Promise<unknown>]>([
    ["the organiser plans another", ({ id, mentee }) => arrange(id, mentee, onDay(15), onDay(4))],
    ["the partner plans another", ({ id, mentor }) => arrange(id, mentor, onDay(15), onDay(4))],
    [
      "it is cancelled",
      ({ mentee, declined }) => meetings.cancel(viewerOf(mentee), { ...declined, seen: 2 }, SETTINGS, onDay(4)),
    ],
  ])("and no longer once %s", async (_what, act) => {
    const given = await decline();
    await act(given);
    expect(await homeOf(viewerOf(given.mentee), onDay(5))).not.toContain(said[0]);
  });

  test("of two that were declined one after the other, the newer one is there", async () => {
    const { id, mentee, mentor } = await decline();
    const again = await arrange(id, mentee, onDay(15), onDay(4));
    await meetings.decline(viewerOf(mentor), again, SETTINGS, onDay(5));
    expect(await homeOf(viewerOf(mentee), onDay(5))).toEqual([said[0]?.replace("Sunday 14 June", "Tuesday 16 June")]);
  });

  test("nor while there is another that was planned before, or has been held since", async () => {
    const { id, mentee, mentor } = await insertPartners(2);
    const [first, second] = [await arrange(id, mentee, onDay(13)), await arrange(id, mentee, onDay(8))];
    await meetings.decline(viewerOf(mentor), first, SETTINGS, onDay(4));
    expect(await homeOf(viewerOf(mentee), onDay(5))).not.toContain(said[0]);
    await meetings.accept(viewerOf(mentor), second, SETTINGS, onDay(5));
    await meetings.hold(viewerOf(mentee), { ...second, seen: 2 }, SETTINGS, onDay(9));
    expect(await homeOf(viewerOf(mentee), onDay(10))).toEqual([]);
  });
});

test("a meeting beyond seven days has time", async () => {
  const { id, mentee, mentor } = await insertPartners(2);
  const later = await arrange(id, mentee, onDay(12));
  await meetings.accept(viewerOf(mentor), later, SETTINGS, NOW);
  expect(await homeOf(viewerOf(mentee))).toEqual([]);
  expect(await homeOf(viewerOf(mentee), onDay(6))).toHaveLength(1);
});

test("a survey, until it is answered or its time is over", async () => {
  const { id, mentee } = await insertPartners(2);
  const asking = await askOne(mentee.id, "pulse", NOW, id);
  expect(await homeOf(viewerOf(mentee))).toEqual(["you: How is your mentoring with Gareth Pugh going?"]);
  expect(await homeOf(viewerOf(mentee), onDay(40))).toEqual([]);
  expect((await answerSurvey({ memberId: mentee.id }, asking, { answer1: "5" }, NOW)).ok).toBe(true);
  expect(await homeOf(viewerOf(mentee))).toEqual([]);
});

test("what a role needs: from which day, whose turn it is, and what expires soon", async () => {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  const { mentor } = await two();
  const viewer = viewerOf(mentor);
  const ids = new Map<string, string>();
  for (const kind of ["declaration", "approval", "check", "referee"] as const)
    ids.set(kind, await askCondition(staff, NOW, { kind, name: `The ${kind}`, countsAt: onDay(10) }));
  const referee = { refereeId: randomUUID(), name: "Jo", email: "jo@referee.example" };
  expect(await readiness.askReferee(viewer, ids.get("referee") ?? "", referee, SETTINGS, NOW)).toMatchObject({ ok: true });
  expect((await homeOf(viewer)).toSorted()).toEqual([
    "others: The society is looking at this: The approval.",
    "others: Your referee has not answered yet: The referee.",
    "you: Please show this to the society by 11 June: The check.",
    "you: You need this as a mentor from 11 June: The declaration.",
  ]);
  await readiness.accept(viewer, ids.get("declaration") ?? "", 1, NOW);
  await db().readinessItem.updateMany({
    where: { memberId: mentor.id, status: { not: "met" } },
    data: { status: "met", metAt: NOW, expiresAt: onDay(20), warnedDays: 30 },
  });
  expect((await homeOf(viewer)).slice(0, 1)).toEqual([
    expect.stringMatching(/^you: The \w+ expires on 21 June\. Please renew it\.$/),
  ]);
  await db().readinessCondition.updateMany({ data: { retiredAt: NOW } });
  expect(await homeOf(viewer)).toEqual([]);
  const training = { kind: "training", link: "https://training.example.org/", name: "The training", validMonths: 1 } as const;
  const trained = await askCondition(staff, NOW, training);
  await readiness.complete(viewer, trained, SETTINGS, NOW);
  await sweep(readinessSweepStep, onDay(10));
  expect(await homeOf(viewer)).toEqual([expect.stringMatching(/^you: The training expires on .*\. Please do it again\.$/)]);
  await db().readinessCondition.updateMany({ data: { retiredAt: NOW } });
});

test("a wish to go on, and an end that comes closer", async () => {
  const { id, mentee, mentor } = await insertPartners(2);
  await relationships.askExtension(viewerOf(mentee), id, 6, SETTINGS, NOW);
  expect(await homeOf(viewerOf(mentor))).toEqual([
    "you: Mei Tanaka would like to go on for 6 months longer. Please say whether you would too.",
  ]);
  expect(await homeOf(viewerOf(mentee))).toEqual(["others: Gareth Pugh is still to say whether to go on for 6 months longer."]);
  await relationships.dropExtension(viewerOf(mentor), id, SETTINGS, NOW);
  expect(await homeOf(viewerOf(mentor))).toEqual([]);
  expect(await homeOf(viewerOf(mentor), addDays(NOW, 350, ZONE))).toEqual([
    "soon: Your mentoring with Mei Tanaka is agreed until 2 June. You can go on, or end it then.",
  ]);
});

test("a question, to who is asked and to who asks, until its reply or its day; then the messages that follow", async () => {
  const { mentee, mentor } = await two();
  const say = (words: string) => ({ key: randomUUID(), words });
  const asked = await questions.ask(viewerOf(mentee), mentor.id, say("Do you know the north?"), SETTINGS, SENT_AT);
  const id = asked.ok ? asked.value : "";
  expect(await homeOf(viewerOf(mentor))).toEqual(["you: Mei Tanaka has asked you a question. Please reply by 15 June."]);
  expect(await homeOf(viewerOf(mentee))).toEqual(["others: Gareth Pugh has until 15 June to reply to your question."]);
  expect(await homeOf(viewerOf(mentee), onDay(14))).toEqual([]);
  await questions.write(viewerOf(mentor), { id, ...say("Well.") }, SETTINGS, onDay(2));
  await messages.markSeen(viewerOf(mentor), id, 1, onDay(2));
  expect(await homeOf(viewerOf(mentor))).toEqual([]);
  expect(await homeOf(viewerOf(mentee))).toEqual(["you: Gareth Pugh has written to you."]);
  const found = await listWaiting(WAITING, viewerOf(mentee), NOW);
  const { you } = arrangeWaiting(WAITING, found, { viewer: viewerOf(mentee), settings: SETTINGS, now: NOW });
  expect(you.map(({ href }) => href)).toEqual([`/questions/${id}`]);
});

test("a place in a queue, and how many wait in one's own", async () => {
  const { mentee, mentor } = await two();
  const id = await propose(mentee, mentor);
  const other = await insertMentee();
  await proposals.accept(viewerOf(mentor), await propose(other, mentor), 1, SETTINGS, onDay(1));
  await keepPlace(viewerOf(mentee), id, SETTINGS, onDay(2));
  expect(await homeOf(viewerOf(mentor))).toEqual(["soon: One mentee is waiting for a place with you."]);
  const waits = "others: Gareth Pugh has no free place at present. You are next.";
  expect(await homeOf(viewerOf(mentee))).toEqual([waits]);
});

test("whether a mentor who did not reply is still available", async () => {
  const { mentee, mentor } = await two();
  await propose(mentee, mentor);
  await sweep(proposalSweepStep, onDay(21));
  await sweep(stillAvailableSweepStep, onDay(22));
  expect(await homeOf(viewerOf(mentor), onDay(22))).toEqual([
    "you: Please tell us whether you are still available as a mentor.",
  ]);
});

test("a partner who does not reply, while we ask and once the society knows, until they do", async () => {
  const { id, mentee, mentor } = await insertPartners();
  await sweep(checkInSweepStep, onDay(5));
  expect(await homeOf(viewerOf(mentee), onDay(5))).toEqual(["you: Have you and Gareth Pugh met?"]);
  await checkIns.answer(viewerOf(mentee), { id, round: 1, answer: "no-reply" }, SETTINGS, onDay(6));
  expect(await homeOf(viewerOf(mentee), onDay(6))).toEqual([
    "others: Gareth Pugh has not replied to you yet. We have asked them, and will tell you what we hear.",
  ]);
  expect(await homeOf(viewerOf(mentor), onDay(6))).toEqual(["you: Have you and Mei Tanaka met?"]);
  await sweep(checkInSweepStep, onDay(13));
  expect(await homeOf(viewerOf(mentee), onDay(13))).toEqual([
    "others: Gareth Pugh has not replied to us either, and the society knows. You can end the relationship without blame.",
  ]);
  await checkIns.answer(viewerOf(mentor), { id, round: 1, answer: "date" }, SETTINGS, onDay(14));
  expect(await homeOf(viewerOf(mentee), onDay(14))).toEqual([]);
});

test("messages, in whichever role, and until they are read", async () => {
  const { id, mentee, mentor } = await insertPartners(2);
  for (const words of ["Hello", "Are you there?"])
    await messages.send(viewerOf(mentee), { relationshipId: id, key: randomUUID(), words }, NOW);
  await addMenteeProfile(mentor.id);
  const both: Viewer = { ...viewerOf(mentor), isMentee: true, activeRole: "mentee" };
  expect(await homeOf(both)).toEqual(["you: Mei Tanaka has written to you: 2 new messages."]);
  const { you } = arrangeWaiting(WAITING, await listWaiting(WAITING, both, NOW), {
    viewer: both,
    settings: SETTINGS,
    now: NOW,
  });
  expect(you).toMatchObject([{ otherRole: "mentor", href: `/relationships/${id}/messages?as=mentor` }]);
  await messages.markSeen(both, id, 2, NOW);
  expect(await homeOf(both)).toEqual([]);
});

test("a contract that one of the two has signed", async () => {
  const { id, mentee, mentor } = await insertPartners(2);
  const signAs = async (member: TestMember) => {
    const relationship = await findRelationship(viewerOf(member), id, NOW);
    if (!relationship) throw new Error("There is none.");
    const { digest } = await makeOffer(viewerOf(member), relationship, SETTINGS, NOW);
    const signed = await sign(viewerOf(member), id, { type: "sign", name: member.name, seen: digest }, SETTINGS, NOW);
    if (!signed.ok) throw new Error(signed.reason);
  };
  await signAs(mentor);
  expect(await homeOf(viewerOf(mentee))).toEqual([
    "you: Gareth Pugh has signed the contract between you. Please read it, and sign it too.",
  ]);
  expect(await homeOf(viewerOf(mentor))).toEqual(["others: Mei Tanaka is still to sign the contract that you have signed."]);
});

test("a request for help", async () => {
  const [member, staff] = [await insertMentee(), viewerOf(await insertMember({ staff: "staff" }))];
  const id = randomUUID();
  await ask(viewerOf(member), { id, category: "technical", subject: "Blank", words: "It is blank.", messages: [] }, [], NOW);
  expect(await homeOf(viewerOf(member))).toEqual([
    expect.stringMatching(/^others: The society is still to answer your request for help H-\w+\.$/),
  ]);
  const { version } = await db().supportRequest.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await answer(staff, { id, entryId: randomUUID(), version, words: "Try again.", next: "wait" }, NOW);
  expect(await homeOf(viewerOf(member))).toEqual([expect.stringMatching(/^you: Your request for help H-\w+ has an answer\./)]);
});

test("what has ended waits for nobody", async () => {
  const { id, mentee, mentor } = await insertPartners(2);
  await arrange(id, mentee, onDay(6));
  await relationships.askExtension(viewerOf(mentee), id, 6, SETTINGS, NOW);
  await relationships.end(viewerOf(mentee), id, null, SETTINGS, NOW);
  expect([await homeOf(viewerOf(mentee)), await homeOf(viewerOf(mentor))]).toEqual([[], []]);
});

test("nobody is shown what waits for others", async () => {
  const { mentee, mentor } = await two();
  await propose(mentee, mentor);
  const member = await insertMentor({}, { isMentee: true });
  await addMenteeProfile(member.id);
  const stranger = viewerOf(member);
  for (const activeRole of ["mentor", "mentee"] satisfies Role[]) expect(await homeOf({ ...stranger, activeRole })).toEqual([]);
});

test("there is no kind that none of these has built", () => {
  expect(WAITING.flatMap(({ kinds }) => Object.keys(kinds)).filter((kind) => !seen.has(kind))).toEqual([]);
});
