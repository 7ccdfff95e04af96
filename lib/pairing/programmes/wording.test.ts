import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { SCHEME } from "@/testing/programmes/intake";
import type { Programme } from "./programme";
import { sayForMembers, sayNextDate, sayStatus } from "./wording";

const NOW = new Date("2027-03-01T12:00:00Z");
const WORDS = { ...DEFAULT_SETTINGS.words, mentor: "adviser", mentors: "advisers" };
const DATES = {
  opensAt: new Date("2027-03-10T00:00:00Z"),
  joinUntil: new Date("2027-03-21T00:00:00Z"),
  matchingAt: new Date("2027-03-25T00:00:00Z"),
  startsAt: new Date("2027-03-31T23:00:00Z"),
  endsAt: new Date("2028-03-31T23:00:00Z"),
};

function programme(values: Partial<Programme>): Programme {
  const rest = { id: "p", copiedFromId: null, createdAt: NOW, movedAt: NOW, dueAt: null, version: 1 } as const;
  return { ...SCHEME, ...DATES, time: "intake", status: "open", takesMembers: true, ...rest, ...values };
}

test.each<[Partial<Programme>, status: string, next: string | null]>([
  [{ status: "draft", takesMembers: false }, "Draft, visible to staff only", "Opens by itself on 10 March"],
  [{}, "Open to join", "Members can join until 20 March"],
  [{ takesMembers: false }, "Open, but nobody new can join", "Matching begins on 25 March"],
  [{ joinUntil: null, matchingAt: null }, "Open to join", "Starts on 1 April"],
  [{ status: "matching", takesMembers: false }, "Matching", "Starts on 1 April"],
  [{ status: "running", takesMembers: false }, "Running", "Its last day is 31 March 2028"],
  [{ status: "running", takesMembers: true, joinUntil: null }, "Running, and open to join", "Its last day is 31 March 2028"],
  [{ status: "closed", takesMembers: false }, "Closed", null],
  [{ status: "archived", takesMembers: false }, "Archived", null],
])("%o", (values, status, next) => {
  expect(sayStatus(programme(values))).toBe(status);
  expect(sayNextDate(programme(values), NOW, "Europe/London")).toBe(next);
});

test("what is always open says so, and no date", () => {
  const none = { opensAt: null, joinUntil: null, matchingAt: null, startsAt: null, endsAt: null };
  expect(sayStatus(programme({ time: "always", ...none }))).toBe("Open");
  expect(sayNextDate(programme({ time: "always", ...none }), NOW, "Europe/London")).toBe(null);
});

test.each([
  [{ finding: "members" }, "Mentees choose their advisers themselves."],
  [
    { finding: "staff", needsApproval: true },
    "The society suggests who would fit together. The society looks at every application.",
  ],
  [{ finding: "both", status: "closed" }, "This programme has closed. Your relationships carry on."],
] as const)("members read of %o", (values, sentence) => {
  expect(sayForMembers(programme(values), WORDS)).toBe(sentence);
});
