import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { monthToMail } from "./deadlines";

const OCTOBER = { from: "2026-10-01", to: "2026-10-31" };

test.each([
  [["a"], 1, "2026-11-01T00:00:00Z", OCTOBER],
  [["a"], 5, "2026-11-04T23:59:59Z", null],
  [["a"], 5, "2026-11-05T00:00:00Z", OCTOBER],
  [["a"], 5, "2026-11-30T12:00:00Z", OCTOBER],
  [["a"], 5, "2026-12-01T12:00:00Z", null],
  [["a"], 1, "2027-01-01T12:00:00Z", { from: "2026-12-01", to: "2026-12-31" }],
  // In London it is May already.
  [["a"], 1, "2026-04-30T23:30:00Z", { from: "2026-04-01", to: "2026-04-30" }],
  [[], 1, "2026-11-05T00:00:00Z", null],
])("for %s from day %i, at %s: %o", (readers, day, now, expected) => {
  expect(monthToMail({ ...DEFAULT_SETTINGS, board: { readers, day } }, new Date(now))).toEqual(expected);
});

test("nobody reads it unless the society says who", () => {
  expect(DEFAULT_SETTINGS.board).toEqual({ readers: [], day: 1 });
});
