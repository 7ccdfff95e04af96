import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { onDay } from "@/testing/proposals/examples";
import { isRhythm, RHYTHMS, rhythmOf } from "./rhythm";

/** With the defaults: fourteen days for a first conversation, sixty between meetings. */
describe("how two are getting on, from the days of their start, last meeting and last message, as seen on day 100", () => {
  test.each([
    // Never met: the day of the last meeting is that of the start.
    [90, 90, null, "starting"],
    [86.5, 86.5, 99, "starting"],
    [86, 86, null, "silent"],
    [86, 86, 99, "quiet"],
    [80, 80, 81, "silent"],
    [1, 1, 87, "quiet"],
    [1, 1, 86, "silent"],
    // Met, or agreed to.
    [90, 95, null, "meeting"],
    [1, 110, null, "meeting"],
    [1, 41, null, "meeting"],
    [1, 40, null, "silent"],
    [1, 40, 41, "quiet"],
    [1, 20, 40, "silent"],
  ] as const)("%s, %s, %s: %s", (started, met, wrote, expected) => {
    const beats = {
      startedAt: onDay(started),
      lastAt: onDay(met),
      lastMessageAt: wrote === null ? null : onDay(wrote),
      pausedUntil: null,
    };
    expect(rhythmOf(beats, DEFAULT_SETTINGS, onDay(100))).toBe(expected);
  });
});

describe("a pause, as seen on day 100", () => {
  test.each([
    // Until day 101, whatever happened before.
    [1, 1, 101, "paused"],
    [1, 99, 101, "paused"],
    // Over: silence counts from its end, for fourteen days or sixty.
    [1, 1, 100, "starting"],
    [1, 1, 87, "starting"],
    [1, 1, 86, "silent"],
    [1, 20, 41, "meeting"],
    [1, 20, 40, "silent"],
  ] as const)("started %s, met %s, paused until %s: %s", (started, met, until, expected) => {
    const beats = { startedAt: onDay(started), lastAt: onDay(met), lastMessageAt: null, pausedUntil: onDay(until) };
    expect(rhythmOf(beats, DEFAULT_SETTINGS, onDay(100))).toBe(expected);
  });
});

test("only the five are one", () => {
  expect(RHYTHMS.every(isRhythm)).toBe(true);
  expect(isRhythm("open")).toBe(false);
});
