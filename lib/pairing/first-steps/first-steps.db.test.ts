import { beforeEach, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { DEATHS, killedIn } from "@/testing/child";
import { empty } from "@/testing/empty";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { firstStepsSweepStep } from "./sweep-step";

const START = new Date("2026-11-02T10:00:00Z");
const day = (days: number) => addDays(START, days, "Europe/London");
const live = async (from: number, to: number) => {
  for (let at = from; at <= to; at++) await sweep(firstStepsSweepStep, day(at));
};
const told = async ({ id }: TestMember) =>
  (await db().mail.findMany({ where: { memberId: id }, orderBy: { createdAt: "asc" } })).map(({ kind, createdAt }) => [
    kind,
    createdAt,
  ]);
const registered = { createdAt: START };

beforeEach(async () => {
  await empty("members", "mails", "findings");
});

test("a member without a profile hears once, on day 3", async () => {
  const [mentor, nobody] = [await insertMember({ isMentor: true, ...registered }), await insertMember(registered)];
  await live(0, 40);
  expect(await told(mentor)).toEqual([["profile-missing", day(3)]]);
  expect(await told(nobody)).toEqual([]);
});

test("a mentee who has asked nobody hears on day 3 and 10, with mentors and why, and stops it with one press", async () => {
  const mentor = await insertMentor({ capacity: 3 }, { name: "Gareth Pugh" });
  const [waits, asks, wonders, stops] = [
    await insertMentee({ updatedAt: START }, registered),
    await insertMentee({ updatedAt: START }, registered),
    await insertMentee({ updatedAt: START }, registered),
    await insertMentee({ updatedAt: START }, registered),
  ];
  const data = { memberId: stops.id, group: "starting", choice: "none", changedAt: START };
  await db().notificationChoice.create({ data });
  const question = { key: crypto.randomUUID(), words: "Would you take on a social worker?" };
  expect((await questions.ask(viewerOf(wonders), mentor.id, question, DEFAULT_SETTINGS, day(1))).ok).toBe(true);
  await live(0, 4);
  await proposals.send(viewerOf(asks), mentor.id, WORDS, DEFAULT_SETTINGS, day(5));
  await live(5, 60);
  const ours = async (member: TestMember) => (await told(member)).filter(([kind]) => kind === "first-proposal");
  expect(await ours(waits)).toEqual([
    ["first-proposal", day(3)],
    ["first-proposal", day(10)],
  ]);
  expect(await ours(asks)).toEqual([["first-proposal", day(3)]]);
  expect(await ours(wonders)).toEqual([]);
  expect(await ours(stops)).toEqual([]);
  await deliverMails(day(10));
  const { text, headers } = await db().mail.findFirstOrThrow({ where: { memberId: waits.id, kind: "first-proposal" } });
  expect(text).toContain("Gareth Pugh");
  expect(text).toContain("✓");
  expect(headers).toHaveProperty("List-Unsubscribe");
});

test("fifty sweeps at once, late and again, remind each member once", async () => {
  for (let n = 0; n < 8; n++) await insertMentee({ updatedAt: START }, registered);
  const counts = await Promise.all(Array.from({ length: 50 }, () => sweep(firstStepsSweepStep, day(12))));
  expect(counts.reduce((sum, { remindedToBegin = 0 }) => sum + remindedToBegin, 0)).toBe(8);
  await live(13, 16);
  expect(await db().mail.count({ where: { kind: "first-proposal" } })).toBe(8);
});

test.each(["found", "saved"])(
  "killed when a batch was %s, the next sweeps go on, two at once and late, and remind each member once",
  { timeout: 120_000 * DEATHS },
  async (point) => {
    for (let time = 1; time <= DEATHS; time++) {
      const mentees: TestMember[] = [];
      for (let n = 0; n < 12; n++) mentees.push(await insertMentee({ updatedAt: START }, registered));
      await killedIn("testing/sweep-child.ts", ["first-steps", point, day(3).toISOString()]);
      await Promise.all([1, 2].map(() => sweep(firstStepsSweepStep, day(5))));
      const days = await Promise.all(mentees.map(async (one) => (await told(one)).map(([, at]) => at)));
      expect(days.every((at) => at.length === 1)).toBe(true);
      // What the dead one had saved stands, and is not said again.
      expect(days.flat().filter((at) => +(at ?? 0) === +day(3)).length > 0).toBe(point === "saved");
    }
  },
);

test("a profile that is made while a sweep looks makes it due again", async () => {
  const member = await insertMember({ isMentee: true, ...registered });
  const [due] = await firstStepsSweepStep.findDue(day(3), null, 10);
  const profile = { headline: "New", about: "", topics: [1], aims: "", languages: [1], methods: [1], updatedAt: day(3) };
  await db().menteeProfile.create({ data: { memberId: member.id, ...profile }, select: { memberId: true } });
  if (due) await firstStepsSweepStep.step([due], day(3));
  await live(3, 6);
  expect(await told(member)).toEqual([["first-proposal", day(6)]]);
});
