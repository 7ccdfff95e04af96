import { expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { DEFAULT_SETTINGS, Settings } from "@/lib/society/settings/settings";
import { dueReminder, nextDue } from "./deadlines";
import type { Beginner } from "./first-steps";

const START = new Date("2026-03-02T10:00:00Z");
const day = (days: number) => addDays(START, days, "Europe/London");
const REGISTERED: Beginner = {
  memberId: "0b8c6d4e-0000-4000-8000-000000000003",
  registeredAt: START,
  profiledAt: null,
  countsFrom: START,
  profileDay: null,
  proposalDay: null,
  dueAt: START,
  version: 1,
  isActive: true,
  hasRole: true,
  hasProfile: false,
  isMentee: true,
  hasAsked: false,
};
const PROFILED: Beginner = { ...REGISTERED, hasProfile: true, profiledAt: day(2) };

test.each<[string, Beginner, number, string | null, number | null]>([
  ["nobody hears before day 3", REGISTERED, 2, null, 3],
  ["without a profile, on day 3", REGISTERED, 3, "profile-missing 3", null],
  ["once", { ...REGISTERED, profileDay: 3 }, 5, null, null],
  ["and each day once", { ...PROFILED, proposalDay: 3 }, 6, null, 12],
  ["with a profile, from the day that it was made", PROFILED, 4, null, 5],
  ["who has asked nobody, three days later", PROFILED, 5, "first-proposal 3", 12],
  ["and ten days later", { ...PROFILED, proposalDay: 3 }, 12, "first-proposal 10", null],
  ["late, only the newest", PROFILED, 18, "first-proposal 10", null],
  ["nothing that is more than a week late", PROFILED, 19, null, null],
  ["then no more", { ...PROFILED, proposalDay: 10 }, 100, null, null],
  ["who has asked somebody", { ...PROFILED, hasAsked: true }, 5, null, null],
  ["a mentor with a profile", { ...REGISTERED, hasProfile: true, isMentee: false }, 5, null, null],
  ["who was here before, on days still to come", { ...PROFILED, countsFrom: day(6) }, 6, null, 12],
  ["who waits for approval, looked at daily", { ...REGISTERED, isActive: false }, 3, null, 4],
  ["who has chosen no role", { ...REGISTERED, hasRole: false }, 3, null, 4],
  ["and left alone after a month", { ...REGISTERED, hasRole: false }, 29, null, null],
])("%s", (_name, one, at, due, next) => {
  const reminder = dueReminder(one, DEFAULT_SETTINGS, day(at));
  expect(reminder && `${reminder.kind} ${reminder.day}`).toBe(due);
  expect(nextDue(one, DEFAULT_SETTINGS, day(at))).toEqual(next === null ? null : day(next));
});

test("each is off where its number is nothing", () => {
  const settings = Settings.parse({ proposals: { remindProfileOnDay: 0, remindFirstProposalOnDays: [] } });
  for (const one of [REGISTERED, PROFILED]) expect(dueReminder(one, settings, day(30))).toBeNull();
});
