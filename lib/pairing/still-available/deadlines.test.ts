import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { DEFAULT_SETTINGS, Settings } from "@/lib/society/settings/settings";
import { dueStep, nextDue } from "./deadlines";
import type { Check } from "./still-available";

const START = new Date("2026-03-02T10:00:00Z");
const day = (days: number) => addDays(START, days, "Europe/London");
const expired = (...days: number[]) => days.map((at) => ({ status: "expired" as const, at: day(at) }));
const replied = (at: number) => ({ status: "rejected" as const, at: day(at) });
const CHECK: Check = {
  memberId: "0b8c6d4e-0000-4000-8000-000000000002",
  round: 0,
  askedAt: null,
  answeredAt: null,
  stoodDownAt: null,
  countsFrom: START,
  dueAt: START,
  version: 1,
  isListed: true,
  joinedAt: START,
  lastSignedInAt: day(20),
  last: [],
};
const step = (about: Partial<Check>, at: number, settings = DEFAULT_SETTINGS) => {
  const due = dueStep({ ...CHECK, ...about }, settings, day(at));
  return due.type === "ask" ? due.because : due.type;
};

describe("what is done about a mentor", () => {
  test.each<[string, Partial<Check>, number, string]>([
    ["nothing while all is answered", { last: [replied(30)] }, 31, "look"],
    ["asked after one has expired", { last: expired(30) }, 30, "expired"],
    ["asked once about it", { last: expired(30), askedAt: day(30) }, 40, "look"],
    ["not asked about one from before", { last: expired(30), countsFrom: day(31) }, 40, "look"],
    [
      "asked again when another one expires after a yes",
      { last: expired(50, 30), askedAt: day(30), answeredAt: day(31) },
      50,
      "expired",
    ],
    ["made unavailable after two in a row", { last: expired(50, 30), askedAt: day(30) }, 50, "stand-down"],
    ["two at the same moment count as two", { last: expired(30, 30) }, 30, "stand-down"],
    ["not with a reply between them", { last: [...expired(50), replied(40), ...expired(30)], askedAt: day(30) }, 50, "expired"],
    ["not with a reply after them", { last: [replied(60), ...expired(50, 30)] }, 60, "look"],
    ["not a second time for the same two", { last: expired(50, 30), stoodDownAt: day(50) }, 60, "look"],
    ["not who is away, full or gone anyway", { last: expired(50, 30), isListed: false }, 50, "look"],
    ["asked after a year without a sign of life", {}, 385, "silence"],
    ["not a day sooner", {}, 384, "look"],
    ["a reply is a sign of life", { last: [replied(100)] }, 385, "look"],
    ["so is an answer to us", { answeredAt: day(100) }, 385, "look"],
    ["asked once a year at most", { askedAt: day(385) }, 700, "look"],
  ])("%s", (_name, about, at, expected) => {
    expect(step(about, at)).toBe(expected);
  });

  test("each rule is off where its number is nothing", () => {
    const settings = (proposals: object) => Settings.parse({ proposals });
    expect(step({ last: expired(30) }, 30, settings({ askAfterExpired: 0 }))).toBe("look");
    expect(step({ last: expired(50, 30), askedAt: day(50) }, 50, settings({ standDownAfterExpired: 0 }))).toBe("look");
    expect(step({}, 700, settings({ askAfterSilentMonths: 0 }))).toBe("look");
    expect(step({ last: expired(50, 30) }, 50, settings({ standDownAfterExpired: 3 }))).toBe("expired");
  });
});

test("is looked at on the day of the yearly question, and at the latest after thirty days", () => {
  expect(nextDue(CHECK, DEFAULT_SETTINGS, day(10))).toEqual(day(40));
  expect(nextDue(CHECK, DEFAULT_SETTINGS, day(380))).toEqual(day(385));
  expect(nextDue({ ...CHECK, isListed: false }, DEFAULT_SETTINGS, day(380))).toEqual(day(410));
});
