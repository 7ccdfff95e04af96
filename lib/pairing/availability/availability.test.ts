import { describe, expect, test } from "vitest";
import { isAvailableAt } from "@/lib/people/members/is-available";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { endOfPause } from "./availability";
import { PauseFields, UnavailableInput } from "./input";
import { sayAvailabilityRefusal, sayUnavailable } from "./wording";

const NOW = new Date("2026-06-01T09:00:00Z");

describe("when a pause ends", () => {
  test("at the beginning of the day in the society's zone", () => {
    expect(endOfPause("2026-07-01", NOW, "Europe/London")).toEqual({ ok: true, value: new Date("2026-06-30T23:00:00Z") });
    expect(endOfPause("2026-12-24", NOW, "Europe/London")).toEqual({ ok: true, value: new Date("2026-12-24T00:00:00Z") });
    expect(endOfPause("2026-06-02", NOW, "Asia/Tokyo")).toEqual({ ok: true, value: new Date("2026-06-01T15:00:00Z") });
  });

  test("when the mentor says so, without a day", () => {
    expect(endOfPause(null, NOW, "Europe/London")).toEqual({ ok: true, value: null });
  });

  test.each([
    ["2026-06-01", "day-past"],
    ["2020-01-01", "day-past"],
    ["2026-02-30", "day-missing"],
    ["soon", "day-missing"],
    ["2028-06-01", null],
    ["2028-06-03", "day-too-far"],
    ["9999-12-31", "day-too-far"],
  ])("%s: %s", (day, reason) => {
    const ended = endOfPause(day, NOW, "Europe/London");
    expect(ended.ok ? null : ended.reason).toBe(reason);
  });

  test("the date decides, not the sweep", () => {
    const paused = { isAvailable: false, availableAgainAt: NOW };
    expect(isAvailableAt(paused, NOW)).toBe(true);
    expect(isAvailableAt(paused, new Date(NOW.getTime() - 1))).toBe(false);
    expect(isAvailableAt({ isAvailable: false, availableAgainAt: null }, NOW)).toBe(false);
    expect(isAvailableAt({ isAvailable: true, availableAgainAt: null }, NOW)).toBe(true);
  });
});

test("the forms take a day or none", () => {
  expect(UnavailableInput.parse({})).toEqual({ others: "answer" });
  expect(UnavailableInput.parse({ day: "2026-12-24" })).toEqual({ day: "2026-12-24", others: "answer" });
  expect(UnavailableInput.safeParse({ day: "24 December" }).success).toBe(false);
  expect(PauseFields.pause.parse(undefined)).toBe("none");
  expect(PauseFields.pause.safeParse("forever").success).toBe(false);
});

test("the words", () => {
  expect(sayUnavailable(DEFAULT_SETTINGS)).toBe("You are currently unavailable to mentees");
  expect(sayAvailabilityRefusal("day-past")).toBe("Choose a day after today.");
});
