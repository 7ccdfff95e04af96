import { beforeEach, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { env } from "@/lib/foundation/env";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import * as proposals from "@/lib/pairing/proposals/commands";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { DEATHS, killedIn } from "@/testing/child";
import { empty } from "@/testing/empty";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { SENT_AT, WORDS } from "@/testing/proposals/examples";
import { listWaiting } from "@/testing/waiting";
import { answer } from "./commands";
import { findQuestion } from "./queries";
import { stillAvailableSweepStep } from "./sweep-step";
import { STILL_AVAILABLE_WAITING } from "./waiting";

const day = (days: number) => addDays(SENT_AT, days, "Europe/London");

async function propose(mentor: TestMember, at: number): Promise<string> {
  const sent = await proposals.send(viewerOf(await insertMentee()), mentor.id, WORDS, DEFAULT_SETTINGS, day(at));
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

/** Both steps, as a sweep runs them. */
async function live(...days: number[]): Promise<void> {
  for (const at of days) {
    await sweep(proposalSweepStep, day(at));
    await sweep(stillAvailableSweepStep, day(at));
  }
}

const someone = () => insertMentor({ capacity: 5, updatedAt: day(0) }, { lastSignedInAt: day(0) });
const some = (count: number) => Promise.all(Array.from({ length: count }, someone));
const OURS = ["still-available", "still-there", "stood-down"];
const told = async ({ id }: TestMember) =>
  (await db().mail.findMany({ where: { memberId: id, kind: { in: OURS } }, orderBy: { createdAt: "asc" } })).map(
    ({ kind }) => kind,
  );
const askedOnHome = async (mentor: TestMember, at: number) =>
  (await listWaiting([STILL_AVAILABLE_WAITING], viewerOf(mentor), day(at))).map(({ data }) => data.round);
const isAvailable = async ({ id }: TestMember) =>
  (await db().mentorProfile.findUniqueOrThrow({ where: { memberId: id } })).isAvailable;

beforeEach(async () => {
  await empty("members", "mails", "findings");
});

describe("a mentor who does not reply", () => {
  test("is asked after the first, made unavailable after the second, and back with one press", async () => {
    const mentor = await someone();
    await propose(mentor, 0);
    await live(20, 21, 22, 30);
    expect(await told(mentor)).toEqual(["still-available"]);
    expect(await askedOnHome(mentor, 22)).toEqual([1]);
    expect(await askedOnHome(mentor, 52)).toEqual([]);
    await propose(mentor, 23);
    await live(44, 45);
    expect([await told(mentor), await isAvailable(mentor)]).toEqual([["still-available", "stood-down"], false]);
    expect(await db().mentorListing.count({ where: { memberId: mentor.id } })).toBe(0);
    const said = { round: 2, answer: "yes", day: null } as const;
    expect((await answer({ memberId: mentor.id }, said, DEFAULT_SETTINGS, day(46))).ok).toBe(true);
    expect(await isAvailable(mentor)).toBe(true);
    await live(47, 80);
    expect(await told(mentor)).toHaveLength(2);
  });

  test("is not told how to become unavailable by mails of the day on which we see to it", async () => {
    const [asked, down] = [await someone(), await someone()];
    for (const mentor of [asked, down, down]) await propose(mentor, 0);
    await live(21);
    await deliverMails(day(21));
    const mails = await db().mail.findMany({ where: { kind: "proposal-expired-mentor" } });
    const offers = ({ id }: TestMember) =>
      mails.filter(({ memberId }) => memberId === id).map(({ text }) => text?.includes("Make Unavailable"));
    expect([offers(asked), offers(down)]).toEqual([[true], [false, false]]);
  });

  test("is left alone when they reply, and asked afresh when another one expires after a yes", async () => {
    const mentor = await someone();
    await propose(mentor, 0);
    await live(21);
    const said = { round: 1, answer: "yes", day: null } as const;
    expect((await answer({ memberId: mentor.id }, said, DEFAULT_SETTINGS, day(22))).ok).toBe(true);
    expect(await askedOnHome(mentor, 22)).toEqual([]);
    expect(await db().notification.count({ where: { memberId: mentor.id, readAt: null, kind: "still-available" } })).toBe(0);
    await propose(mentor, 23);
    await live(44);
    expect([await told(mentor), await isAvailable(mentor)]).toEqual([["still-available", "still-available"], true]);
    expect(await answer({ memberId: mentor.id }, said, DEFAULT_SETTINGS, day(45))).toEqual({
      ok: false,
      reason: "nothing-asked",
    });
  });

  test("answers from the mail: until a day, or until they say so", async () => {
    const mentor = await someone();
    await propose(mentor, 0);
    await live(21);
    await deliverMails(day(21));
    const { text } = await db().mail.findFirstOrThrow({ where: { memberId: mentor.id, kind: "still-available" } });
    const links = [...(text ?? "").matchAll(/\/answer\/([\w.-]+)\?answer=(\w+)/g)];
    expect(links.map(([, , said]) => said)).toEqual(["yes", "pause", "unavailable"]);
    const link = readAnswerLink(links[0]?.[1] ?? "", "available", env().authSecrets, day(22));
    expect(link).toMatchObject({ memberId: mentor.id, round: 1, until: day(51) });
    const me = { memberId: mentor.id };
    const pause = (on: string) => answer(me, { round: 1, answer: "pause", day: on }, DEFAULT_SETTINGS, day(22));
    expect(await pause("")).toEqual({ ok: false, reason: "day-missing" });
    expect(await pause("2020-01-01")).toEqual({ ok: false, reason: "day-past" });
    expect(await isAvailable(mentor)).toBe(true);
    expect((await answer(me, { round: 1, answer: "unavailable", day: null }, DEFAULT_SETTINGS, day(22))).ok).toBe(true);
    expect(await isAvailable(mentor)).toBe(false);
    await db().member.update({ where: { id: mentor.id }, data: { status: "suspended" } });
    expect(await findQuestion(mentor.id)).toBeNull();
  });
});

test("a year without a sign of life: asked once, and not who has been here", async () => {
  const [silent, seen] = [await someone(), await someone()];
  await db().member.update({ where: { id: seen.id }, data: { lastSignedInAt: day(300) } });
  for (let at = 30; at <= 420; at += 15) await live(at);
  expect([await told(silent), await told(seen)]).toEqual([["still-there"], []]);
});

test("fifty sweeps at once, late and again, tell each mentor once", async () => {
  const mentors = await Promise.all(Array.from({ length: 8 }, someone));
  for (const mentor of mentors) await propose(mentor, 0);
  await sweep(proposalSweepStep, day(40));
  const counts = await Promise.all(Array.from({ length: 50 }, () => sweep(stillAvailableSweepStep, day(40))));
  expect(counts.reduce((sum, { askedIfAvailable = 0 }) => sum + askedIfAvailable, 0)).toBe(8);
  await sweep(stillAvailableSweepStep, day(41));
  expect(await db().mail.count({ where: { kind: "still-available" } })).toBe(8);
});

test.each(["found", "saved"])(
  "killed when a batch was %s, the next sweep goes on, days late, and tells each mentor once",
  { timeout: 120_000 * DEATHS },
  async (point) => {
    for (let time = 1; time <= DEATHS; time++) {
      const [asked, down] = [await some(6), await some(6)];
      for (const mentor of [...asked, ...down, ...down]) await propose(mentor, 0);
      await sweep(proposalSweepStep, day(30));
      await killedIn("testing/sweep-child.ts", ["still-available", point, day(30).toISOString()]);
      const counts = await Promise.all([1, 2].map(() => sweep(stillAvailableSweepStep, day(44))));
      const begun = point === "saved" ? 5 : 0;
      const done = counts.flatMap(({ askedIfAvailable = 0, madeUnavailable = 0 }) => [askedIfAvailable, madeUnavailable]);
      expect(done.reduce((sum, one) => sum + one)).toBeGreaterThanOrEqual(12 - 2 * begun);
      for (const mentor of asked) expect(await told(mentor)).toEqual(["still-available"]);
      for (const mentor of down) expect([await told(mentor), await isAvailable(mentor)]).toEqual([["stood-down"], false]);
    }
  },
);

test("a proposal that expires while a sweep looks is not forgotten", async () => {
  const mentor = await someone();
  await propose(mentor, 0);
  const [due] = await stillAvailableSweepStep.findDue(day(60), null, 10);
  await sweep(proposalSweepStep, day(60));
  if (due) await stillAvailableSweepStep.step([due], day(60));
  expect(await told(mentor)).toEqual([]);
  await sweep(stillAvailableSweepStep, day(60));
  expect(await told(mentor)).toEqual(["still-available"]);
});

test("two sweeps that expire the proposals of the same mentors do not wait for each other", async () => {
  const mentors = await Promise.all(Array.from({ length: 6 }, someone));
  for (let n = 0; n < 3; n++) for (const mentor of mentors) await propose(mentor, 0);
  await Promise.all(Array.from({ length: 10 }, () => sweep(proposalSweepStep, day(40))));
  expect(await db().proposal.count({ where: { status: "expired" } })).toBe(18);
  expect(await db().finding.count()).toBe(0);
});
