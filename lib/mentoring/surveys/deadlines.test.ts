import { expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { dueAskings, nextDue, type Round } from "./deadlines";

const STARTED = new Date("2026-03-02T10:00:00Z");
const onDay = (days: number) => addDays(STARTED, days, "Europe/London");
const HERE = { isHere: true, askedAt: null, occasions: [] };
const ROUND: Round = {
  relationshipId: "r",
  countsFrom: STARTED,
  dueAt: onDay(6),
  version: 1,
  ...{ menteeId: "a", mentorId: "b", startedAt: STARTED, endedAt: null },
  ...{ pausedUntil: null, checkedInAt: null, lastMeeting: null },
  sides: { mentee: HERE, mentor: HERE },
};
const ALL = { ...DEFAULT_SETTINGS, surveys: { ...DEFAULT_SETTINGS.surveys, meeting: true, pulse: true, closing: true } };
const MET = { lastMeeting: { id: "m", endsAt: onDay(10) } };
const ENDED = { endedAt: onDay(100) };
const BOTH = (occasion: string) => [`mentee ${occasion}`, `mentor ${occasion}`];

test.each<[string, Partial<Round>, number, string[]]>([
  ["nothing before day 30", {}, 29, []],
  ["the pulse on day 30", {}, 30, BOTH("pulse:r:1")],
  ["up to two weeks late", {}, 43, BOTH("pulse:r:1")],
  ["and no later", {}, 44, []],
  ["the next one 60 days later", {}, 90, BOTH("pulse:r:2")],
  ["a meeting that was held", MET, 10, BOTH("meeting:m")],
  ["not a week afterwards", MET, 17, []],
  ["the meeting before the pulse", { lastMeeting: { id: "m", endsAt: onDay(29) } }, 30, BOTH("meeting:m")],
  ["the end", ENDED, 100, BOTH("closing:r")],
  ["up to 30 days after it", ENDED, 130, []],
  ["not what came before the round", { countsFrom: onDay(50) }, 30, []],
  ["nobody who pauses", { pausedUntil: onDay(40) }, 30, []],
  ["nobody on the day of a check-in", { checkedInAt: onDay(30) }, 30, []],
  ["the day after it", { checkedInAt: onDay(30) }, 31, BOTH("pulse:r:1")],
  ["only who may sign in", { sides: { mentee: { ...HERE, isHere: false }, mentor: HERE } }, 30, ["mentor pulse:r:1"]],
  ["nobody asked 13 days ago", { sides: { mentee: { ...HERE, askedAt: onDay(17) }, mentor: HERE } }, 30, ["mentor pulse:r:1"]],
  ["but after 14", { sides: { mentee: { ...HERE, askedAt: onDay(16) }, mentor: HERE } }, 30, BOTH("pulse:r:1")],
  ["nothing twice", { sides: { mentee: HERE, mentor: { ...HERE, occasions: ["pulse:r:1"] } } }, 30, ["mentee pulse:r:1"]],
])("asks %s", (_, change, day, asked) => {
  const due = dueAskings({ ...ROUND, ...change }, ALL, onDay(day));
  expect(due.map(({ role, occasion }) => `${role} ${occasion}`)).toEqual(asked);
});

test("asks nothing that an administrator has not turned on", () => {
  for (const change of [MET, {}, ENDED]) expect(dueAskings({ ...ROUND, ...change }, DEFAULT_SETTINGS, onDay(30))).toEqual([]);
});

test.each<[string, Partial<Round>, number, number | null]>([
  ["the first pulse when it is near", {}, 28, 30],
  ["a week later otherwise", {}, 8, 15],
  ["tomorrow when somebody could not be asked", { checkedInAt: onDay(30) }, 30, 31],
  ["never after the end, once both were asked", ENDED, 100, null],
])("looks again: %s", (_, change, day, next) => {
  const round = { ...ROUND, ...change };
  const due = dueAskings(round, ALL, onDay(day));
  expect(nextDue(round, due, ALL, onDay(day))).toEqual(next === null ? null : onDay(next));
});
