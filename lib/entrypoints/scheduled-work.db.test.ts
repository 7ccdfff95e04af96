import { expect, test } from "vitest";
import { runNightly, runSweep } from "@/lib/entrypoints/scheduled-work";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import * as proposals from "@/lib/pairing/proposals/commands";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { COUNTS } from "@/lib/staff/health/wording";
import { empty } from "@/testing/empty";
import { insertPartners } from "@/testing/partners";
import { insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { shareWords } from "@/testing/shared-words";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const plus = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds);

/** An open proposal, and two partners with a meeting two days after the day they began. Returns whose mails they are. */
async function begin(): Promise<string[]> {
  await empty("members", "mails", "sweep_runs", "findings");
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  const partners = await insertPartners();
  await shareWords(partners.mentee, partners.id, "some words: ", onDay(1));
  return [mentee, mentor, partners.mentee, partners.mentor].map(({ id }) => id);
}

/** What each of them was mailed, sorted, once for each time that it went out. */
async function mailed(readers: string[]): Promise<string[]> {
  const mails = await db().mail.findMany({ select: { kind: true, memberId: true, status: true, attempts: true } });
  return mails
    .map(({ kind, memberId, status, attempts }) => `${readers.indexOf(memberId)} ${kind} ${status} ${attempts}`)
    .sort();
}

/** The days on which something falls due, and some between. */
const DAYS = [1, 2, 2.5, 3, 4, 7, 8, 15, 21, 23];

async function live(each: (now: Date) => Promise<unknown>): Promise<string[]> {
  const readers = await begin();
  for (const day of DAYS) await each(onDay(day));
  return mailed(readers);
}

test("a clock that is put back between sweeps, by an hour or by two days, repeats nothing and loses nothing", async () => {
  const expected = await live(runSweep);
  for (const kind of ["proposal-reminder", "proposal-expired-mentee", "meeting-tomorrow"])
    expect(expected.filter((one) => one.includes(kind)).length, kind).toBeGreaterThan(0);
  expect(expected.every((one) => / (sent|overtaken) \d$/.test(one))).toBe(true);

  const jumping = await live(async (now) => {
    await runSweep(now);
    for (const back of [HOUR, 2 * DAY]) await runSweep(plus(now, -back));
    await runNightly(plus(now, -2 * DAY));
    await runSweep(now);
  });
  expect(jumping).toEqual(expected);
  expect(await db().finding.count({ where: { clearedAt: null } })).toBe(0);
});

test("a clock that leaps a month and is put right again has done what was due by then, once", async () => {
  const readers = await begin();
  await runSweep(onDay(1));
  const leap = plus(onDay(1), 31 * DAY);
  const { expired } = await runSweep(leap);
  expect(expired).toBe(1);
  const told = await mailed(readers);
  for (const day of DAYS) await runSweep(onDay(day));
  await runNightly(onDay(35));
  const again = await mailed(readers);
  expect(again.filter((one) => /proposal-(reminder|expired)/.test(one))).toEqual(
    told.filter((one) => /proposal-(reminder|expired)/.test(one)),
  );
  expect(new Set((await db().mail.findMany({ select: { attempts: true } })).map(({ attempts }) => attempts))).toEqual(
    new Set([1]),
  );
  expect(await db().finding.count({ where: { clearedAt: null } })).toBe(0);
});

test("a mail that is written before the clock is put back goes out when the clock is there again", async () => {
  const readers = await begin();
  await runSweep(onDay(1));
  await sweep(proposalSweepStep, onDay(4));
  const reminders = async () => (await mailed(readers)).filter((one) => one.includes("proposal-reminder"));
  for (const back of [DAY, HOUR]) {
    await runSweep(plus(onDay(4), -back));
    expect(await reminders()).toEqual([expect.stringContaining("waiting 0")]);
  }
  await runSweep(onDay(4));
  expect(await reminders()).toEqual([expect.stringContaining("sent 1")]);
});

test("System has words for everything that a sweep counts", async () => {
  expect(Object.keys(await runSweep(SENT_AT)).filter((name) => !COUNTS[name])).toEqual([]);
});
