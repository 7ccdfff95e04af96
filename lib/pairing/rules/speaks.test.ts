import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { refuseRule } from "./decide";
import { keyOf, minutesApart } from "./facts";
import { areAlike, type Fact, type Rule, SIMPLE_FACTS } from "./rule";
import { speaks } from "./speaks";
import { sayAgainst, sayReach, sayRule, sayRuleRefusal } from "./wording";

const { words } = DEFAULT_SETTINGS;
const [WORK, BOSS] = [
  "question:1b000000-0000-4000-8000-000000000001",
  "question:1b000000-0000-4000-8000-000000000002",
] as const;
const NAMES = new Map([
  [WORK.slice(9), "Where do you work?"],
  [BOSS.slice(9), "Who is your manager?"],
]);

describe("a rule speaks", () => {
  test.each([
    ["never", ["1"], ["1"], null, "compared"],
    ["never", ["1"], ["2"], null, null],
    ["never", ["1", "2"], ["2", "3"], null, "compared"],
    ["never", [], ["2"], null, null],
    ["must", ["1"], ["1"], null, null],
    ["must", ["1"], ["2"], null, "compared"],
    ["must", ["1", "2"], ["2", "3"], null, null],
    ["must", ["1"], [], null, null],
    ["must", [], [], null, null],
    ["must", ["Europe/London"], ["Europe/Paris"], 1, null],
    ["must", ["Europe/London"], ["Europe/Paris"], 0, "compared"],
    ["must", ["Pacific/Auckland"], ["Pacific/Honolulu"], 2, null],
    ["must", ["Europe/London"], ["Mars/Olympus"], 1, null],
  ] as const)("%s: %j and %j, within %j hours: %j", (kind, mentee, mentor, hours, against) => {
    expect(speaks({ kind, hours, mustBeKnown: false }, mentee, mentor)).toBe(against);
  });

  test.each([
    ["never", [], ["1"], "mentee-unknown"],
    ["must", [], [], "mentee-unknown"],
    ["must", ["1"], [], "mentor-unknown"],
    ["never", ["1"], ["2"], null],
  ] as const)("where it must be known, %s: %j and %j: %j", (kind, mentee, mentor, against) => {
    expect(speaks({ kind, hours: null, mustBeKnown: true }, mentee, mentor)).toBe(against);
  });
});

test.each([
  ["Ångström & Co. Ltd", "angstromcoltd"],
  ["  ACME   ltd ", "acmeltd"],
  ["Straße Øst", "strasseost"],
  ["A.B@Example.org", "abexampleorg"],
  [" – ", ""],
])("the text %j is compared as %j", (text, key) => {
  expect(keyOf(text)).toBe(key);
});

test.each([
  ["Europe/London", "Europe/London", 0],
  ["Europe/London", "America/New_York", 300],
  // Summer time comes to the one in January and to the other in July.
  ["Europe/London", "Australia/Sydney", 660],
  ["Asia/Kathmandu", "UTC", 345],
  ["Europe/London", "Nowhere/Else", null],
])("%s and %s are at most %j minutes apart", (one, other, minutes) => {
  expect(minutesApart(one, other)).toBe(minutes);
});

test("only what is alike can be compared", () => {
  const facts: Fact[] = [...SIMPLE_FACTS, WORK, "register:Employer"];
  const table = facts.map((one) => facts.filter((other) => areAlike(one, other)));
  expect(table).toEqual([
    ["sector"],
    ["region"],
    ["language"],
    ["time-zone"],
    [WORK, "register:Employer"],
    ["member", WORK, "register:Employer"],
    ["member", WORK, "register:Employer"],
  ]);
});

test.each([
  [{}, null],
  [{ mentorFact: "region" }, "unlike"],
  [{ menteeFact: WORK }, "no-such-fact"],
  [{ menteeFact: "time-zone", mentorFact: "time-zone", kind: "must" }, "hours-missing"],
  [{ menteeFact: "time-zone", mentorFact: "time-zone", kind: "never", hours: 3 }, "never-hours"],
  [{ menteeFact: "time-zone", mentorFact: "time-zone", kind: "must", hours: 0 }, null],
] as const)("a rule with %j is refused: %j", (values, reason) => {
  const rule = { kind: "never", menteeFact: "sector", mentorFact: "sector", hours: null, ...values } as const;
  expect(refuseRule(rule, { mentee: SIMPLE_FACTS, mentor: SIMPLE_FACTS })).toBe(reason);
  if (reason) expect(sayRuleRefusal(reason, words)).toMatch(/\.$/);
});

describe("in words", () => {
  const rule = (values: Partial<Rule>): Rule => ({
    ...{
      id: "",
      programmeId: null,
      kind: "never",
      menteeFact: "sector",
      mentorFact: "sector",
      hours: null,
      mustBeKnown: false,
    },
    ...values,
  });

  test.each([
    [{}, "Never the same sector."],
    [{ kind: "must", menteeFact: "language", mentorFact: "language" }, "Always a language in common."],
    [{ menteeFact: "register:Employer", mentorFact: "register:Employer" }, "Never the same “Employer” on the register."],
    [{ menteeFact: BOSS, mentorFact: "member" }, "Never where the mentee’s answer to “Who is your manager?” names the mentor."],
    [
      { menteeFact: "register:Employer", mentorFact: WORK },
      "Never where “Employer” of the mentee on the register is the same as the mentor’s answer to “Where do you work?”.",
    ],
    [
      { kind: "must", menteeFact: "time-zone", mentorFact: "time-zone", hours: 1 },
      "At most 1 hour between their time zones, at any time of the year.",
    ],
  ] as const)("%j is %j", (values, sentence) => {
    expect(sayRule(rule(values), NAMES, words)).toBe(sentence);
  });

  test("an unknown fact, and how far a rule reaches", () => {
    expect(sayAgainst(rule({ mustBeKnown: true }), "mentor-unknown", NAMES, words)).toBe(
      "Never the same sector. We must know it about both, and do not know it about the mentor.",
    );
    const kept = {
      ...rule({}),
      retiredAt: null,
      programme: null,
      isIdle: false,
      mentees: { all: 40, known: 12 },
      mentors: { all: 1, known: 1 },
    };
    expect(sayReach(kept, words)).toBe("Known of 12 of 40 mentees and 1 of 1 mentor. The rule ignores the others.");
    expect(sayReach({ ...kept, mentees: { all: 2, known: 2 } }, words)).toBe("Known of 2 of 2 mentees and 1 of 1 mentor.");
  });
});
