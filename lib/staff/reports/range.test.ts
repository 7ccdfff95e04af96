import { expect, test } from "vitest";
import { chooseRange, monthsOf } from "./range";

const NOW = new Date("2026-11-25T23:30:00Z");
const choose = (asked: Parameters<typeof chooseRange>[0], timeZone = "Europe/London") =>
  chooseRange(asked, "2024-05-17", NOW, timeZone);

test.each([
  [{}, "2025-12-01", "2026-11-25", "12-months", null],
  [{ range: "rubbish" }, "2025-12-01", "2026-11-25", "12-months", null],
  [{ range: "year" }, "2026-01-01", "2026-11-25", "year", null],
  [{ range: "all" }, "2024-05-17", "2026-11-25", "all", null],
  [{ from: "2026-02-10", to: "2026-02-10" }, "2026-02-10", "2026-02-10", null, null],
  [{ from: "2026-02-10" }, "2026-02-10", "2026-11-25", null, null],
  [{ to: "2026-02-10" }, "2024-05-17", "2026-02-10", null, null],
  [{ from: "2026-02-30" }, "2025-12-01", "2026-11-25", "12-months", "not-a-day"],
  [{ from: ["2026-02-01", "2026-02-02"] }, "2025-12-01", "2026-11-25", "12-months", "not-a-day"],
  [{ from: "+012026-01-01" }, "2025-12-01", "2026-11-25", "12-months", "not-a-day"],
  [{ from: "2026-03-01", to: "2026-02-01" }, "2025-12-01", "2026-11-25", "12-months", "wrong-order"],
  [{ from: "1990-01-01" }, "2025-12-01", "2026-11-25", "12-months", "too-long"],
])("%j", (asked, from, to, preset, problem) => {
  expect(choose(asked)).toEqual({ from, to, preset, problem });
});

test("today is the society's", () => expect(choose({}, "Asia/Tokyo").to).toBe("2026-11-26"));

test("months begin and end where the society's clocks say, the first and the last as far as they are in it", () => {
  const months = monthsOf({ from: "2026-02-10", to: "2026-04-02" }, "Europe/London");
  expect(months.map(({ name, startsAt, endsAt }) => [name, startsAt.toISOString(), endsAt.toISOString()])).toEqual([
    ["2026-02", "2026-02-10T00:00:00.000Z", "2026-03-01T00:00:00.000Z"],
    ["2026-03", "2026-03-01T00:00:00.000Z", "2026-03-31T23:00:00.000Z"],
    ["2026-04", "2026-03-31T23:00:00.000Z", "2026-04-02T23:00:00.000Z"],
  ]);
});

test("the last day of a month is a whole day", () => {
  const [only, ...more] = monthsOf({ from: "2026-01-31", to: "2026-01-31" }, "UTC");
  expect(more).toEqual([]);
  expect(only?.endsAt.toISOString()).toBe("2026-02-01T00:00:00.000Z");
});
