import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOTHING_OF_ITS_OWN, type OwnSettings } from "@/lib/pairing/programmes/programme";
import { DEFAULT_SETTINGS, Settings } from "@/lib/society/settings/settings";
import { ASKED, BEGUN, become, CLOCK, MENTEE, onDay } from "@/testing/check-ins/examples";
import type { Case } from "./check-in";
import { dueCommand, isOpenFor, isSettled, nextDue } from "./deadlines";

const HOUR = 3_600_000;
const just = (day: number, hours: number) => new Date(onDay(day).getTime() + hours * HOUR);
const due = (one: Case, now: Date, settings = DEFAULT_SETTINGS) => {
  const command = dueCommand(one, settings, now);
  return command?.type === "ask" ? command.question : (command?.type ?? null);
};
const WAITING = become(ASKED, MENTEE, { type: "answer", round: 1, answer: "no-reply" }, onDay(5));
const HANDED = become(WAITING, CLOCK, { type: "hand" }, onDay(12));

describe("which question is due when", () => {
  test.each<[string, Partial<Case>, number, string | null]>([
    ["nothing before day 4", {}, 3.9, null],
    ["on day 4", {}, 4, "met"],
    ["late, only the newest of them", {}, 30, "met"],
    ["not again on the same day", { question: "met", askedAt: onDay(4) }, 9.9, null],
    ["again on day 10", { question: "met", askedAt: onDay(4) }, 10, "met"],
    ["again on day 21", { question: "met", askedAt: onDay(10) }, 21, "met"],
    ["then no more, for 45 days", { question: "met", askedAt: onDay(21) }, 65, null],
    ["then whether they still meet", { question: "met", askedAt: onDay(21) }, 66, "still"],
    ["not when a meeting is held, arranged or logged", { lastTogetherAt: onDay(2) }, 10, null],
    ["not while a meeting lies ahead", { lastTogetherAt: onDay(40) }, 60, null],
    ["45 days after the last meeting", { lastTogetherAt: onDay(2) }, 47, "still"],
    ["not when they write to each other", { lastTogetherAt: onDay(2), lastMessageAt: onDay(20) }, 47, null],
    ["45 days after the last message", { lastTogetherAt: onDay(2), lastMessageAt: onDay(20) }, 65, "still"],
    ["a message alone is no meeting", { lastMessageAt: onDay(3) }, 4, "met"],
    ["not before it counts", { countsFrom: onDay(7) }, 9, null],
    ["from when it counts", { countsFrom: onDay(7) }, 10, "met"],
    ["not after the agreed end", { agreedUntil: onDay(50), lastTogetherAt: onDay(2) }, 50, null],
    ["not after the end", { endedAt: onDay(3), lastTogetherAt: onDay(2) }, 50, null],
    ["not while one of them cannot sign in", { areBothHere: false }, 10, null],
    ["not while it is paused", { pausedUntil: onDay(100), countsFrom: onDay(100) }, 99, null],
    ["45 days after a pause", { pausedUntil: onDay(100), countsFrom: onDay(100) }, 145, "still"],
  ])("%s", (_name, about, day, expected) => {
    expect(due({ ...BEGUN, ...about }, just(0, day * 24))).toBe(expected);
  });

  test("days are calendar days: the clocks change on day 27, and the hour stays", () => {
    const one = { ...BEGUN, lastTogetherAt: onDay(2) };
    expect(due(one, just(47, -0.1))).toBeNull();
    expect(due(one, just(47, 0))).toBe("still");
    expect(onDay(47).toISOString()).toContain("T09:00");
  });

  test("each rule is off where its number is nothing", () => {
    const settings = (about: object) => Settings.parse({ relationships: about });
    expect(due(BEGUN, onDay(10), settings({ askIfMetOnDays: [] }))).toBeNull();
    expect(due(BEGUN, onDay(45), settings({ askIfMetOnDays: [] }))).toBe("still");
    expect(due(ASKED, onDay(364), settings({ askIfMetOnDays: [4], askIfStillMeetingAfterDays: 0 }))).toBeNull();
    const never = settings({ tellStaffAfterDays: 0 });
    expect([due(WAITING, onDay(9), never), due(WAITING, onDay(10), never)]).toEqual([null, "met"]);
  });
});

describe("a programme’s own days", () => {
  const inProgramme = (own: Partial<OwnSettings>, about: Partial<Case> = {}) => ({
    ...BEGUN,
    ...about,
    own: { ...NOTHING_OF_ITS_OWN, ...own },
  });
  test.each<[string, Partial<OwnSettings>, Partial<Case>, number, string | null]>([
    ["none of its own: the society’s", {}, {}, 4, "met"],
    ["later than the society’s", { askIfMetOnDays: [9] }, {}, 8.9, null],
    ["on its day", { askIfMetOnDays: [9] }, {}, 9, "met"],
    ["on no day", { askIfMetOnDays: [] }, {}, 44.9, null],
    ["on no day, and then after the society’s silence", { askIfMetOnDays: [] }, {}, 45, "still"],
    ["a shorter silence", { askIfStillMeetingAfterDays: 20 }, { lastTogetherAt: onDay(2) }, 22, "still"],
    ["no silence", { askIfStillMeetingAfterDays: 0 }, { lastTogetherAt: onDay(2) }, 300, null],
  ])("%s", (_name, own, about, day, expected) => {
    expect(due(inProgramme(own, about), just(0, day * 24))).toBe(expected);
  });

  test("the sweep looks on them", () => {
    expect(nextDue(inProgramme({ askIfMetOnDays: [3] }), DEFAULT_SETTINGS, onDay(1))).toEqual(onDay(3));
    expect(nextDue(BEGUN, DEFAULT_SETTINGS, onDay(1))).toEqual(onDay(4));
  });
});

describe("somebody who waits in vain", () => {
  test.each<[string, Case, number, string | null]>([
    ["is not asked again while we ask the partner", WAITING, 11, null],
    ["is passed on to staff seven days later", WAITING, 12, "hand"],
    ["is passed on late as well", WAITING, 40, "hand"],
    ["but not when they have met meanwhile", { ...WAITING, lastTogetherAt: onDay(8) }, 12, null],
    ["is passed on once", HANDED, 30, null],
    ["is asked again only after a long silence", HANDED, 57, "still"],
  ])("%s", (_name, one, day, expected) => {
    expect(due(one, onDay(day))).toBe(expected);
  });
});

describe("when to look again", () => {
  test.each<[string, Case, number, number | null]>([
    ["at the first question", BEGUN, 1, 4],
    ["at the next one", ASKED, 4, 10],
    ["when staff are to be told", WAITING, 11, 12],
    ["on the days of the first question, even when a meeting is arranged", { ...BEGUN, lastTogetherAt: onDay(2) }, 5, 10],
    ["within a week, so that settings take effect", { ...BEGUN, lastTogetherAt: onDay(2) }, 22, 29],
    ["at the end of a pause", { ...BEGUN, pausedUntil: onDay(100) }, 3, 100],
    ["within a week, while one of them cannot sign in", { ...BEGUN, areBothHere: false }, 10, 17],
    ["never once it is over", { ...BEGUN, endedAt: onDay(3) }, 4, null],
    ["never after the agreed end", BEGUN, 365, null],
  ])("%s", (_name, one, now, expected) => {
    expect(nextDue(one, DEFAULT_SETTINGS, onDay(now))).toEqual(expected === null ? null : onDay(expected));
  });

  test("whatever happens, what is due is looked at, and nothing is looked at for ever in the past", () => {
    const day = fc.integer({ min: 0, max: 400 });
    const maybe = fc.option(day, { nil: null });
    fc.assert(
      fc.property(fc.record({ together: day, message: maybe, asked: maybe, counts: day, now: day }), (given) => {
        const one: Case = {
          ...BEGUN,
          lastTogetherAt: onDay(given.together),
          lastMessageAt: given.message === null ? null : onDay(given.message),
          question: given.asked === null ? null : "met",
          askedAt: given.asked === null ? null : onDay(given.asked),
          countsFrom: onDay(given.counts),
        };
        const now = onDay(given.now);
        const command = dueCommand(one, DEFAULT_SETTINGS, now);
        if (command === null) {
          const next = nextDue(one, DEFAULT_SETTINGS, now);
          expect(next === null || next > now).toBe(true);
          return;
        }
        const next = become(one, CLOCK, command, now);
        expect(dueCommand(next, DEFAULT_SETTINGS, now)).toBeNull();
        expect(next.dueAt && next.dueAt > now).toBe(true);
      }),
    );
  });
});

test("a question is open until it is answered, overtaken or too old", () => {
  const open = (one: Case, day: number) => isOpenFor(one, "mentee", onDay(day), "Europe/London");
  expect([open(BEGUN, 5), open(ASKED, 5), open(ASKED, 33), open(ASKED, 34)]).toEqual([false, true, true, false]);
  expect(open({ ...ASKED, menteeAnswer: "date" }, 5)).toBe(false);
  expect(open({ ...ASKED, mentorAnswer: "date" }, 5)).toBe(true);
  expect(open({ ...ASKED, lastTogetherAt: onDay(8) }, 5)).toBe(false);
  expect(open({ ...ASKED, lastMessageAt: onDay(5) }, 6)).toBe(true);
  expect(isSettled({ ...ASKED, question: "still", lastMessageAt: onDay(5) })).toBe(true);
  expect(isSettled({ ...ASKED, question: "still", lastMessageAt: onDay(3) })).toBe(false);
});
