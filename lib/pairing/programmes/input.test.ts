import { describe, expect, test } from "vitest";
import { intakeFrom, SCHEME } from "@/testing/programmes/intake";
import { CreateInput, readTyped, textsOf } from "./input";
import type { Programme } from "./programme";

const ZONE = "Europe/London";
const BARE = {
  id: "00000000-0000-4000-8000-00000000000a",
  name: "Returners",
  forWhom: "All.",
  time: "intake",
  finding: "both",
};

function problemsOf(values: Record<string, unknown>): Record<string, string> {
  const { error } = CreateInput.safeParse({ ...BARE, ...values });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

test("a name, for whom, and the two choices are enough", () => {
  expect(problemsOf({})).toEqual({});
  expect(Object.keys(problemsOf({ name: "", forWhom: " ", time: undefined, finding: "" }))).toEqual([
    ...["name", "forWhom", "time", "finding"],
  ]);
});

describe("days", () => {
  test.each([
    [{ opensOn: "2027-03-01", lastDayToJoin: "2027-03-01", lastDay: "2027-03-01" }, {}],
    [{ opensOn: "2027-03-02", startsOn: "2027-03-01" }, { startsOn: "This day is before the one above it." }],
    [{ opensOn: "2027-03-05", lastDay: "2027-03-01" }, { lastDay: "This day is before the one above it." }],
    [{ opensOn: "2027-02-30" }, { opensOn: "Enter a day such as 2026-12-24." }],
    [{ time: "always", opensOn: "2027-03-02", startsOn: "2027-03-01" }, {}],
  ])("%o", (days, problems) => expect(problemsOf(days)).toEqual(problems));
});

test.each([
  [{ remindAfterDays: "7, 3" }, "Each reminder must be later than the one before it."],
  [{ remindAfterDays: "3, 9", expireAfterDays: "9" }, "Every reminder must come before the proposal expires on day 9."],
  [{ remindAfterDays: "soon" }, "Enter up to ten whole numbers of days, such as 3, 7, 15."],
])("%o is refused", (own, message) => expect(problemsOf(own)).toEqual({ remindAfterDays: message }));

describe("days on which both are asked whether they have met", () => {
  const IN_ORDER = "Each day must be later than the one before it, and the last within a year.";
  const NUMBERS = "Enter up to ten whole numbers of days, such as 4, 10, 21, or 0 for none.";
  test.each([
    ["4, 10", null, [4, 10]],
    ["", null, null],
    ["0", null, []],
    ["10, 4", IN_ORDER, undefined],
    ["4, 365", IN_ORDER, undefined],
    ["0, 4", NUMBERS, undefined],
    ["soon", NUMBERS, undefined],
  ])("%o", (askIfMetOnDays, problem, days) => {
    expect(problemsOf({ askIfMetOnDays })).toEqual(problem === null ? {} : { askIfMetOnDays: problem });
    if (problem !== null) return;
    const { own } = readTyped(CreateInput.parse({ ...BARE, askIfMetOnDays }), ZONE);
    expect(own.askIfMetOnDays).toEqual(days);
    const programme = { ...intakeFrom(new Date(0)), own } as Programme;
    expect(textsOf(programme, ZONE).askIfMetOnDays).toBe(askIfMetOnDays);
  });
});

test("last days are over when the next one begins, in the society’s zone", () => {
  const typed = CreateInput.parse({ ...BARE, opensOn: "2027-03-27", lastDayToJoin: "2027-03-27", lastDay: "2027-03-28" });
  const { opensAt, joinUntil, endsAt, matchingAt } = readTyped(typed, ZONE);
  expect([opensAt, joinUntil, endsAt].map((at) => at?.toISOString())).toEqual([
    ...["2027-03-27T00:00:00.000Z", "2027-03-28T00:00:00.000Z", "2027-03-28T23:00:00.000Z"],
  ]);
  expect(matchingAt).toBe(null);
});

test("a form that is sent as it came changes nothing", () => {
  const own = {
    remindAfterDays: [2, 5],
    expireAfterDays: 9,
    openPerMentee: 4,
    openQuestions: 0,
    questionDays: 5,
    mentorsPerMentee: 2,
    months: 6,
    askIfMetOnDays: [2, 5],
    askIfStillMeetingAfterDays: 30,
    topics: [1, 3],
    withoutTools: ["swot" as const, "goals" as const],
    beginsAtOnce: true,
  };
  const rest = { id: "p", status: "open", takesMembers: true, copiedFromId: null, dueAt: null, version: 1 } as const;
  const begun = intakeFrom(new Date("2027-02-20T00:00:00Z"));
  const programme: Programme = { ...begun, ...rest, own, createdAt: new Date(0), movedAt: new Date(0) };
  const { own: kept, ...described } = readTyped(
    CreateInput.parse({
      ...BARE,
      ...textsOf(programme, ZONE),
      topics: [3, 1],
      withoutTools: ["goals", "swot"],
      needsApproval: undefined,
    }),
    ZONE,
  );
  expect(kept).toEqual(own);
  expect({ ...SCHEME, ...described }).toEqual({ ...begun, own: SCHEME.own });
});
