import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, daysBetween, sayDate, sayDateTime, sayTime, sayWeekday, sayWholeDate } from "./dates";

const NOW = new Date("2026-11-21T18:00:00Z");

/** Twice over: what was made for one zone is kept, and must not answer for the next. */
const ZONES = [
  ["Europe/London", "Saturday 21 November, 18:00", "18:00"],
  ["Asia/Kolkata", "Saturday 21 November, 23:30", "23:30"],
  ["Pacific/Auckland", "Sunday 22 November, 07:00", "07:00"],
];

test.each([...ZONES, ...ZONES])("an instant is said as the clock of %s shows it", (zone = "", whole, time) => {
  expect(sayDateTime(NOW, NOW, zone)).toBe(whole);
  expect(sayTime(NOW, zone)).toBe(time);
  expect(sayWeekday(NOW, zone)).toBe(whole?.split(" ")[0]);
});

test("the year is said when it is not this one, by the reader's calendar", () => {
  const eve = new Date("2026-12-31T13:00:00Z");
  expect(sayDate(eve, NOW, "Europe/London")).toBe("31 December");
  expect(sayDate(eve, NOW, "Pacific/Auckland")).toBe("1 January 2027");
  expect(sayDate(eve, new Date("2027-01-02T00:00:00Z"), "Pacific/Auckland")).toBe("1 January");
  expect(sayWholeDate(eve, "Europe/London")).toBe("31 December 2026");
});

test("more zones than are kept answer all the same", () => {
  const before = sayWeekday(NOW, "Asia/Kolkata");
  const zones = Intl.supportedValuesOf("timeZone").slice(0, 310);
  expect(zones.map((zone) => sayTime(NOW, zone)).every((time) => /^\d\d:\d\d$/.test(time))).toBe(true);
  expect(sayWeekday(NOW, "Asia/Kolkata")).toBe(before);
});

test("days are counted as the calendar of the zone has them, whatever its clocks do in between", () => {
  const instant = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2100, 0) }).map((at) => new Date(at));
  const zone = fc.constantFrom(
    "Europe/London",
    "America/New_York",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "UTC",
  );
  fc.assert(
    fc.property(instant, instant, zone, (from, to, timeZone) => {
      const [first, last] = [from, to].map((at) => Date.parse(dayOf(at, timeZone)));
      expect(daysBetween(from, to, timeZone)).toBe(((last ?? 0) - (first ?? 0)) / 86_400_000);
    }),
  );
});
