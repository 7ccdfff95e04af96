import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { env } from "@/lib/foundation/env";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { empty } from "@/testing/empty";
import { insertPartners } from "@/testing/partners";
import { insertMember, type TestMember, viewerOf } from "@/testing/people";
import { onDay } from "@/testing/proposals/examples";
import { askOne } from "@/testing/surveys/examples";
import { listWaiting } from "@/testing/waiting";
import { answer } from "./commands";
import { countGroups } from "./counting-sql";
import { findAsked } from "./queries";
import { countingSweepStep, ownSurveySweepStep, surveyReminderSweepStep, surveyRoundSweepStep } from "./sweep-step";
import { SURVEY_WAITING } from "./waiting";

const ZONE = "Europe/London";
/** So many days after the relationship began. */
const day = (days: number) => addDays(onDay(1), days, ZONE);

async function turnOn(surveys: Partial<typeof DEFAULT_SETTINGS.surveys>): Promise<void> {
  const values = { surveys };
  const update = { values, version: { increment: 1 } };
  await db().settings.upsert({ where: { id: 1 }, create: { id: 1, values }, update, select: { id: true } });
}

async function runSweep(now: Date): Promise<void> {
  for (const step of [surveyRoundSweepStep, ownSurveySweepStep, surveyReminderSweepStep, countingSweepStep]) {
    await sweep(step as typeof surveyRoundSweepStep, now);
  }
}
/** The sweep runs on these days of the relationship. */
async function live(...days: number[]): Promise<void> {
  for (const at of days) await runSweep(day(at));
}

const told = async ({ id }: TestMember) => {
  const where = { memberId: id, kind: { startsWith: "survey-" } };
  return (await db().mail.findMany({ where, orderBy: { createdAt: "asc" }, select: { kind: true } })).map(({ kind }) => kind);
};
const meet = (relationshipId: string, organiserId: string, endsAt: Date) =>
  db().meeting.create({
    data: {
      ...{ id: randomUUID(), relationshipId, organiserId, status: "held", answer: "accepted", method: 1, sendsDetails: false },
      ...{ startsAt: new Date(endsAt.getTime() - 3_600_000), endsAt, createdAt: endsAt, movedAt: endsAt },
    },
    select: { id: true },
  });
const askingsOf = (memberId: string) => db().surveyAsking.findMany({ where: { memberId }, orderBy: { askedAt: "asc" } });

beforeEach(async () => {
  await empty("members", "mails", "findings", "surveys", "survey_figures", "settings");
});

test("nobody is asked anything where nothing is turned on", async () => {
  const { id, mentee } = await insertPartners();
  await meet(id, mentee.id, day(2));
  await live(2, 9, 30, 40);
  expect(await db().surveyAsking.count()).toBe(0);
});

test("both are asked after a meeting, on day 30 and at the end, with one reminder, and never twice in two weeks", async () => {
  await turnOn({ meeting: true, pulse: true, closing: true });
  const { id, mentee, mentor } = await insertPartners();
  await meet(id, mentee.id, day(2));
  await live(1, 2, 3, 8, 9);
  expect(await told(mentee)).toEqual(["survey-meeting", "survey-pair-reminder"]);
  await meet(id, mentee.id, day(9));
  const [asking] = await askingsOf(mentor.id);
  await live(10, 15, 16, 17, 29);
  // A week later is too soon, and after two the meeting is no longer fresh.
  expect(await told(mentee)).toEqual(["survey-meeting", "survey-pair-reminder"]);
  await live(30, 31);
  expect(await told(mentee)).toEqual(["survey-meeting", "survey-pair-reminder", "survey-pulse"]);
  expect(asking).toMatchObject({ survey: "meeting", relationshipId: id });
  await relationships.end(viewerOf(mentor), id, null, DEFAULT_SETTINGS, day(34));
  await live(34, 35, 43, 44, 45, 60);
  // The end is asked about as soon as the two weeks are over.
  expect((await told(mentor)).filter((kind) => kind !== "survey-pair-reminder")).toEqual([
    "survey-meeting",
    "survey-pulse",
    "survey-closing",
  ]);
  const all = await askingsOf(mentor.id);
  expect(
    all
      .map(({ askedAt }) => askedAt.getTime())
      .every((at, i, list) => i === 0 || at - (list[i - 1] ?? 0) >= 14 * 86_400_000 - 3_600_000),
  ).toBe(true);
});

test("two sweeps at once ask once", async () => {
  await turnOn({ pulse: true });
  const { mentee, mentor } = await insertPartners();
  await Promise.all([runSweep(day(30)), runSweep(day(30)), runSweep(day(30))]);
  for (const member of [mentee, mentor]) expect(await told(member)).toEqual(["survey-pulse"]);
});

test("the mail's link answers without sign-in, an answer ends the reminder, and the same link twice is one answer", async () => {
  await turnOn({ pulse: true });
  const { mentee } = await insertPartners();
  await runSweep(day(30));
  await deliverMails(day(30));
  const mail = await db().mail.findFirstOrThrow({ where: { memberId: mentee.id, kind: "survey-pulse" } });
  expect(mail.status).toBe("sent");
  const token = /\/answer\/([^?"\s]+)\?answer=4/.exec(mail.text ?? "")?.[1] ?? "";
  const link = readAnswerLink(token, "survey", env().authSecrets, day(31));
  expect(link).toMatchObject({ memberId: mentee.id });
  const id = link?.subjectId ?? "";
  expect(await listWaiting([SURVEY_WAITING], viewerOf(mentee), day(31))).toMatchObject([{ kind: "survey", subjectId: id }]);
  expect(await answer({ memberId: mentee.id }, id, {}, day(31))).toEqual({ ok: false, reason: "nothing-answered" });
  expect(await answer({ memberId: mentee.id }, id, { answer1: "6" }, day(31))).toEqual({ ok: false, reason: "unknown-choice" });
  const unread = () => db().notification.count({ where: { memberId: mentee.id, kind: "survey-pulse", readAt: null } });
  expect(await unread()).toBe(1);
  expect((await answer({ memberId: mentee.id }, id, { answer1: "4", answer3: "More time" }, day(31))).ok).toBe(true);
  expect(await unread()).toBe(0);
  expect((await answer({ memberId: mentee.id }, id, { answer1: "2", contact: true }, day(31))).ok).toBe(true);
  const other = await insertMember();
  expect(await answer({ memberId: other.id }, id, { answer1: "1" }, day(31))).toEqual({ ok: false, reason: "not-found" });
  expect(await findAsked({ memberId: mentee.id }, id, day(31))).toMatchObject({
    given: { chosen: { 1: 2 }, words: {}, wantsContact: true },
    refusal: null,
  });
  expect(await db().surveyAnswer.count()).toBe(1);
  expect(await listWaiting([SURVEY_WAITING], viewerOf(mentee), day(31))).toEqual([]);
  await live(37, 38, 45);
  expect(await told(mentee)).toEqual(["survey-pulse"]);
});

test("five answers are counted together a day later, four are not, and a counted one stays as it is", async () => {
  const members: TestMember[] = [];
  for (let i = 0; i < 5; i++) members.push(await insertMember({ isMentee: true }));
  const ids: string[] = [];
  for (const { id } of members) ids.push(await askOne(id, "pulse", day(0)));
  const say = (i: number, score: string, at = day(0)) =>
    answer({ memberId: members[i]?.id ?? "" }, ids[i] ?? "", { answer1: score }, at);
  for (const i of [0, 1, 2, 3]) await say(i, "4");
  expect(await countGroups("pulse", ZONE, day(2))).toBe(0);
  await say(4, "1", day(2));
  expect(await countGroups("pulse", ZONE, day(2))).toBe(0);
  expect((await Promise.all([countGroups("pulse", ZONE, day(3)), countGroups("pulse", ZONE, day(3))])).sort()).toEqual([0, 5]);
  const figures = await db().surveyFigure.findMany({ orderBy: [{ question: "asc" }, { value: "asc" }] });
  expect(figures.map(({ question, value, count, role }) => [question, value, count, role])).toEqual([
    [0, 0, 5, "mentee"],
    [1, 1, 1, "mentee"],
    [1, 4, 4, "mentee"],
  ]);
  expect(await say(0, "5", day(3))).toEqual({ ok: false, reason: "counted" });
});

test.each([
  ["relationships", "none", [], ["survey-own", "survey-reminder"]],
  ["news", "none", ["survey-meeting", "survey-pair-reminder"], []],
] as const)(
  "whoever has switched off %s is neither asked nor reminded by e-mail of a survey of that group alone",
  async (group, choice, afterMeeting, ofSociety) => {
    await turnOn({ meeting: true });
    const { id, mentee } = await insertPartners();
    await db().notificationChoice.create({ data: { memberId: mentee.id, group, choice, changedAt: day(0) } });
    await meet(id, mentee.id, day(2));
    await live(2, 3, 10, 11);
    expect(await told(mentee)).toEqual(afterMeeting);
    await db().mail.deleteMany({ where: { memberId: mentee.id } });
    const questions = [{ number: 1, kind: "scale", question: "How are we doing?", options: [] }];
    const days = { startsAt: day(20), endsAt: day(40), dueAt: day(20), changedAt: day(0) };
    const own = { id: randomUUID(), authorId: mentee.id, title: "How are we doing?", questions, status: "open", ...days };
    await db().survey.create({ data: own, select: { id: true } });
    await live(20, 28);
    expect(await told(mentee)).toEqual(ofSociety);
  },
);

test("a survey of the society's own goes to those it is for, a day later to whoever could not be asked, and ends on its day", async () => {
  const author = await insertMember({ staff: "staff" });
  const { mentee, mentor } = await insertPartners();
  const alone = await insertMember({ isMentee: true });
  await askOne(mentee.id, "pulse", day(0));
  await db().surveyedMember.create({ data: { memberId: mentee.id, askedAt: day(0) }, select: { memberId: true } });
  const id = randomUUID();
  const questions = [{ number: 1, kind: "scale", question: "How are we doing?", options: [] }];
  const days = { startsAt: day(1), endsAt: day(20), dueAt: day(1), changedAt: day(0) };
  const data = { id, authorId: author.id, title: "How are we doing?", questions, status: "open", pairing: "with", ...days };
  await db().survey.create({ data, select: { id: true } });
  await runSweep(day(0));
  expect(await told(mentor)).toEqual([]);
  await live(1, 2, 8, 13);
  expect([await told(mentor), await told(alone)]).toEqual([["survey-own", "survey-reminder"], []]);
  expect(await told(mentee)).toEqual([]);
  await live(14, 15, 21, 22);
  expect(await told(mentee)).toContain("survey-own");
  expect((await db().survey.findUniqueOrThrow({ where: { id } })).status).toBe("closed");
  const [asking] = await askingsOf(mentor.id);
  expect(await answer({ memberId: mentor.id }, asking?.id ?? "", { answer1: "3" }, day(23))).toEqual({
    ok: false,
    reason: "closed",
  });
});
