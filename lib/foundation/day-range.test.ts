import { expect, test } from "vitest";
import { DayInput, rangeOf, sayPlainDay } from "./day-range";

test("a day is one that the calendar has", () => {
  expect(["2026-01-31", "2026-02-30", "31/1/2026", ["2026-01-31"], undefined].map((day) => DayInput.parse(day))).toEqual([
    "2026-01-31",
    ...[undefined, undefined, undefined, undefined],
  ]);
  expect([sayPlainDay("2026-03-01"), sayPlainDay("odd")]).toEqual(["1 March 2026", "odd"]);
});

test("both days are included, as people there count them; a missing one is no limit", () => {
  const said = (from?: string, to?: string) =>
    Object.values(rangeOf(from, to, "Europe/London")).map((at) => at.toISOString().slice(0, 16));
  // The clocks go forward on the second one.
  expect(said("2026-03-28", "2026-03-29")).toEqual(["2026-03-28T00:00", "2026-03-29T23:00"]);
  expect(said("2026-03-28")[1]).toMatch(/^9999/);
  expect(said(undefined, "2026-03-28")).toEqual(["0001-01-01T00:00", "2026-03-29T00:00"]);
});
