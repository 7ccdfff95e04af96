import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, instantOf, localOf, sayPeriod, sayZone } from "@/lib/foundation/dates";
import { remindAtOf } from "./deadlines";
import { readPeriod } from "./times";
import { findWarnings, isUnreasonable } from "./warnings";
import { partnersTime, sayLength } from "./wording";

const ZONES = [
  "Europe/London",
  "America/New_York",
  "Asia/Tokyo",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "America/St_Johns",
  "UTC",
];
const zone = fc.constantFrom(...ZONES);
const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 3 }).map((count) => new Date(Date.UTC(2026, 0, 1) + count * 60_000));
const NOW = new Date("2026-11-16T09:00:00Z");

describe("a time as browsers write it", () => {
  test("reads back as the same clock shows, whatever the zone", () => {
    fc.assert(
      fc.property(minute, zone, (at, timeZone) => {
        const read = instantOf(localOf(at, timeZone), timeZone);
        // An hour that happens twice is read as the first one: the clock shows the same, and the instant is not later.
        expect(read && localOf(read, timeZone)).toBe(localOf(at, timeZone));
        expect(read && +read).toBeLessThanOrEqual(+at);
      }),
    );
  });

  test("what a form shows and nobody changes is not moved, in an hour that happens twice neither", () => {
    fc.assert(
      fc.property(minute, zone, fc.integer({ min: 1, max: 600 }), (startsAt, timeZone, minutes) => {
        const shown = { startsAt, endsAt: new Date(+startsAt + minutes * 60_000) };
        const typed = { starts: localOf(shown.startsAt, timeZone), ends: localOf(shown.endsAt, timeZone) };
        expect(readPeriod(typed, timeZone, shown)).toEqual(shown);
      }),
    );
    const second = new Date("2026-10-25T01:30:00Z");
    expect(localOf(second, "Europe/London")).toBe("2026-10-25T01:30");
    expect(instantOf("2026-10-25T01:30", "Europe/London")).toEqual(new Date("2026-10-25T00:30:00Z"));
  });

  test("an hour that is skipped moves on by what was skipped", () => {
    expect(instantOf("2026-03-29T01:30", "Europe/London")).toEqual(new Date("2026-03-29T01:30:00Z"));
  });

  test.each(["", "soon", "2026-11-25", "2026-02-30T10:00", "2026-11-25T25:00", "25/11/2026 10:00", "2026-11-25T10:00Z"])(
    "%j is none",
    (typed) => expect(instantOf(typed, "Europe/London")).toBeNull(),
  );

  test("may be typed with a blank and with seconds", () => {
    for (const typed of ["2026-11-25 14:05", "2026-11-25T14:05:00"]) {
      expect(instantOf(typed, "Europe/London")).toEqual(new Date("2026-11-25T14:05:00Z"));
    }
  });
});

describe("what speaks against a time", () => {
  const period = (starts: string, ends: string, timeZone: string) => {
    const read = readPeriod({ starts, ends }, timeZone);
    if (!read) throw new Error("no such time");
    return read;
  };

  test.each([
    ["2026-11-25T07:00", "2026-11-25T08:00", false],
    ["2026-11-25T06:59", "2026-11-25T08:00", true],
    ["2026-11-25T20:00", "2026-11-25T21:00", false],
    ["2026-11-25T20:30", "2026-11-25T21:01", true],
    ["2026-11-25T20:00", "2026-11-26T08:00", true],
  ])("%s to %s where the partner is: %s", (starts, ends, expected) => {
    for (const timeZone of ZONES) expect(isUnreasonable(period(starts, ends, timeZone), timeZone)).toBe(expected);
  });

  test("is said all at once", () => {
    const nine = period("2026-11-25T09:00", "2026-11-25T10:00", "Asia/Tokyo");
    const situation = { isViewerBusy: true, isPartnerBusy: true, partnerTimeZone: "Europe/London", agreedUntil: NOW };
    expect(findWarnings(nine, situation)).toEqual(["you-are-busy", "partner-is-busy", "partner-hour", "after-the-end"]);
    const free = {
      isViewerBusy: false,
      isPartnerBusy: false,
      partnerTimeZone: "Asia/Tokyo",
      agreedUntil: addDays(NOW, 99, "UTC"),
    };
    expect(findWarnings(nine, free)).toEqual([]);
  });
});

test("the reminder is a calendar day before by the society's clock, over a change of clocks too", () => {
  fc.assert(
    fc.property(minute, zone, (startsAt, timeZone) => {
      const at = remindAtOf(startsAt, new Date(0), timeZone);
      const apart = (+startsAt - +(at ?? 0)) / 3_600_000;
      expect(apart).toBeGreaterThanOrEqual(22);
      expect(apart).toBeLessThanOrEqual(26);
    }),
  );
  const startsAt = new Date("2026-03-29T09:00:00Z");
  expect(remindAtOf(startsAt, new Date(0), "Europe/London")).toEqual(new Date("2026-03-28T10:00:00Z"));
  expect(remindAtOf(startsAt, new Date("2026-03-28T10:00:00Z"), "Europe/London")).toBeNull();
});

test("times are said by both clocks where they differ", () => {
  const period = { startsAt: new Date("2026-11-25T14:00:00Z"), endsAt: new Date("2026-11-25T15:30:00Z") };
  expect(sayPeriod(period, NOW, "Europe/London")).toBe("Wednesday 25 November, 14:00 to 15:30");
  expect(sayPeriod(period, NOW, "Asia/Tokyo")).toBe("Wednesday 25 November, 23:00 to Thursday 26 November, 00:30");
  expect(partnersTime(period, "Europe/London", "Europe/Dublin", "Mei", NOW)).toBeNull();
  expect(partnersTime(period, "Europe/London", "America/New_York", "Mei", NOW)).toBe(
    "For Mei: Wednesday 25 November, 09:00 to 10:30 (New York time)",
  );
  expect([sayZone("Europe/London"), sayZone("UTC"), sayZone("Etc/GMT+1")]).toEqual(["London time", "UTC", "Etc/GMT+1"]);
  expect([sayLength(period), sayLength({ ...period, endsAt: new Date("2026-11-25T14:45:00Z") })]).toEqual([
    "1 h 30 min",
    "45 min",
  ]);
});
