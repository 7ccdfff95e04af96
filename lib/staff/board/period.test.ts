import { describe, expect, test } from "vitest";
import { choosePeriod, sayRange, toMonths } from "./period";

const NOW = new Date("2026-11-25T12:00:00Z");
const ZONE = "Europe/London";
const days = (asked: object, now = NOW) => {
  const { range, before } = choosePeriod(asked, now, ZONE);
  return [before.from, before.to, range.from, range.to];
};

describe("the period in the address, and the one before", () => {
  test.each([
    [{}, "2026-09-01", "2026-09-30", "2026-10-01", "2026-10-31"],
    [{ period: "nonsense" }, "2026-09-01", "2026-09-30", "2026-10-01", "2026-10-31"],
    [{ period: "quarter" }, "2026-04-01", "2026-06-30", "2026-07-01", "2026-09-30"],
    [{ period: "year" }, "2024-11-01", "2025-10-31", "2025-11-01", "2026-10-31"],
    [{ from: "2026-02-01", to: "2026-02-28" }, "2026-01-04", "2026-01-31", "2026-02-01", "2026-02-28"],
    [{ from: "2026-03-01", to: "2026-03-01" }, "2026-02-28", "2026-02-28", "2026-03-01", "2026-03-01"],
    [{ to: "2026-01-31" }, "2025-12-01", "2025-12-31", "2026-01-01", "2026-01-31"],
  ])("%o", (asked, ...expected) => {
    expect(days(asked)).toEqual(expected);
  });

  test("on the first day of a quarter and of a year, the last one has just ended", () => {
    const now = new Date("2027-01-01T00:00:00Z");
    expect(days({}, now).slice(2)).toEqual(["2026-12-01", "2026-12-31"]);
    expect(days({ period: "quarter" }, now).slice(2)).toEqual(["2026-10-01", "2026-12-31"]);
    expect(days({ period: "year" }, now).slice(2)).toEqual(["2026-01-01", "2026-12-31"]);
  });

  test.each([
    [{ from: "2026-13-01", to: "2026-12-01" }, "not-a-day"],
    [{ from: "2026-03-02", to: "2026-03-01" }, "wrong-order"],
    [{ from: "1990-03-02", to: "2026-03-01" }, "too-long"],
  ])("%o is refused, and the last month shown", (asked, problem) => {
    const period = choosePeriod(asked, NOW, ZONE);
    expect(period).toMatchObject({ problem, preset: "month", range: { from: "2026-10-01" } });
  });
});

test("the two meet at the midnight of the society, whatever its clocks do", () => {
  const [before, month] = toMonths(choosePeriod({ from: "2026-04-01", to: "2026-04-30" }, NOW, ZONE), ZONE);
  expect(before.endsAt).toEqual(new Date("2026-03-31T23:00:00Z"));
  expect(month.startsAt).toEqual(before.endsAt);
  expect(month.endsAt).toEqual(new Date("2026-04-30T23:00:00Z"));
});

test.each([
  ["2026-10-01", "2026-10-31", "October 2026"],
  ["2024-02-01", "2024-02-29", "February 2024"],
  ["2026-02-01", "2026-02-27", "1 February 2026 to 27 February 2026"],
  ["2026-07-01", "2026-09-30", "1 July 2026 to 30 September 2026"],
])("%s to %s is said as %s", (from, to, said) => {
  expect(sayRange({ from, to })).toBe(said);
});
