import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, localOf, readLocal, sayPeriod, sayZone } from "@/lib/foundation/dates";
import { remindAtOf } from "./deadlines";
import { readPeriod } from "./times";
import { findWarnings, isUnreasonable } from "./warnings";
import { gapSentence, partnersTime, sayLength } from "./wording";

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

/** The instant that is meant, where there is one. */
const instantOf = (local: string, timeZone: string) => {
  const read = readLocal(local, timeZone);
  return read && !read.isSkipped ? read.at : null;
};
/** Zones whose clocks have changed in all the ways there are: by half an hour, at midnight, by a day, and not at all. */
const CHANGING = [...ZONES, "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Asia/Beirut", "Africa/Casablanca"];
const anyZone = fc.constantFrom(...CHANGING);

describe("a time as browsers write it", () => {
  test("reads back as the same clock shows, whatever the zone", () => {
    fc.assert(
      fc.property(minute, anyZone, (at, timeZone) => {
        const read = instantOf(localOf(at, timeZone), timeZone);
        // An hour that happens twice is read as the first one: the clock shows the same, and the instant is not later.
        expect(read && localOf(read, timeZone)).toBe(localOf(at, timeZone));
        expect(read && +read).toBeLessThanOrEqual(+at);
      }),
    );
  });

  test("what a form shows and nobody changes is not moved, in an hour that happens twice neither", () => {
    fc.assert(
      fc.property(minute, anyZone, fc.integer({ min: 1, max: 600 }), (startsAt, timeZone, minutes) => {
        const shown = { startsAt, endsAt: new Date(+startsAt + minutes * 60_000) };
        const typed = { starts: localOf(shown.startsAt, timeZone), ends: localOf(shown.endsAt, timeZone) };
        expect(readPeriod(typed, timeZone, shown)).toEqual({ period: shown, isTwice: false });
      }),
    );
  });

  test("is shown by the clock once, twice or never, and what is said of it is so", () => {
    const changes = new Map(CHANGING.map((timeZone) => [timeZone, changesOf(timeZone)]));
    // Minutes of the days on which the clocks of these zones change, where all three kinds are close together.
    const typed = anyZone.chain((timeZone) =>
      fc
        .tuple(fc.constantFrom(...(changes.get(timeZone) ?? [])), fc.integer({ min: -180, max: 180 }))
        .map(([change, minutes]) => ({ timeZone, local: localOf(new Date(+change + minutes * 60_000), "UTC") })),
    );
    fc.assert(
      fc.property(typed, ({ timeZone, local }) => {
        const shownAt = instantsOf(local, timeZone);
        const read = readLocal(local, timeZone);
        if (read?.isSkipped) {
          expect(shownAt).toEqual([]);
          expect(instantOf(read.next, timeZone)).not.toBeNull();
          expect(read.next > local).toBe(true);
          // Nothing between the two exists either.
          const before = localOf(new Date(+new Date(`${read.next}Z`) - 60_000), "UTC");
          expect(instantsOf(before, timeZone)).toEqual([]);
        } else {
          expect(read?.at).toEqual(shownAt[0]);
          expect(read?.isTwice).toBe(shownAt.length === 2);
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["2026-03-29T01:00", "Europe/London", "2026-03-29T02:00"],
    ["2026-03-29T01:30", "Europe/London", "2026-03-29T02:00"],
    ["2026-03-08T02:59", "America/New_York", "2026-03-08T03:00"],
    ["2026-10-04T02:10", "Australia/Lord_Howe", "2026-10-04T02:30"],
    ["2026-04-24T00:30", "Africa/Cairo", "2026-04-24T01:00"],
    ["2011-12-30T10:00", "Pacific/Apia", "2011-12-31T00:00"],
  ])("%s does not exist in %s; the next is %s", (local, timeZone, next) => {
    expect(readLocal(local, timeZone)).toEqual({ isSkipped: true, next });
  });

  test.each([
    ["2026-10-25T01:30", "Europe/London", "2026-10-25T00:30:00Z"],
    ["2026-11-01T01:00", "America/New_York", "2026-11-01T05:00:00Z"],
  ])("%s comes twice in %s, and the first is taken", (local, timeZone, at) => {
    expect(readLocal(local, timeZone)).toEqual({ isSkipped: false, isTwice: true, at: new Date(at) });
  });

  test.each(["", "soon", "2026-11-25", "2026-02-30T10:00", "2026-11-25T25:00", "25/11/2026 10:00", "2026-11-25T10:00Z"])(
    "%j is none",
    (typed) => expect(readLocal(typed, "Europe/London")).toBeNull(),
  );

  test("may be typed with a blank and with seconds", () => {
    for (const typed of ["2026-11-25 14:05", "2026-11-25T14:05:00"]) {
      expect(instantOf(typed, "Europe/London")).toEqual(new Date("2026-11-25T14:05:00Z"));
    }
  });
});

/** Every instant at which a clock shows this, the first one first: tried, not computed. */
function instantsOf(local: string, timeZone: string): Date[] {
  const around = Date.parse(`${local}Z`);
  const offsets = Array.from({ length: (14 + 12) * 4 + 1 }, (_, i) => (14 * 60 - i * 15) * 60_000);
  return offsets.map((offset) => new Date(around - offset)).filter((at) => localOf(at, timeZone) === local);
}

/** What the clocks show at their next six changes, or the new year where they never change. */
function changesOf(timeZone: string): Date[] {
  const changes: Temporal.ZonedDateTime[] = [];
  let next = Temporal.ZonedDateTime.from({ year: 2026, month: 1, day: 1, timeZone }).getTimeZoneTransition("next");
  for (; next && changes.length < 6; next = next.getTimeZoneTransition("next")) changes.push(next);
  if (changes.length === 0) return [new Date("2026-01-01T00:00:00Z")];
  return changes.map((change) => new Date(`${change.toPlainDateTime()}Z`));
}

describe("a time that the form refuses", () => {
  const read = (starts: string, ends: string) => readPeriod({ starts, ends }, "Europe/London");

  test("because the clocks go forward is named with its field and the next one", () => {
    expect(read("2026-03-29 01:30:00", "2026-03-29T03:00")).toEqual({
      gap: { field: "starts", typed: "2026-03-29T01:30", next: "2026-03-29T02:00", timeZone: "Europe/London" },
    });
    expect(read("2026-03-29T00:30", "2026-03-29T01:15")).toMatchObject({ gap: { field: "ends", typed: "2026-03-29T01:15" } });
    expect(read("2026-03-29T00:30", "2026-03-29T02:00")).toMatchObject({ isTwice: false });
  });

  test("is explained", () => {
    expect(
      gapSentence({ field: "starts", typed: "2026-03-29T01:30", next: "2026-03-29T02:00", timeZone: "Europe/London" }),
    ).toBe(
      "There is no 01:30 on Sunday 29 March 2026 (London time), because the clocks go forward. The next time after it is 02:00.",
    );
    expect(
      gapSentence({ field: "ends", typed: "2011-12-30T10:00", next: "2011-12-31T00:00", timeZone: "Pacific/Apia" }),
    ).toContain("The next time after it is 00:00 on Saturday 31 December 2011.");
  });

  test("and one that comes twice is taken as the first, with a warning unless nobody edited it", () => {
    expect(read("2026-10-25T01:30", "2026-10-25T03:00")).toMatchObject({
      isTwice: true,
      period: { startsAt: new Date("2026-10-25T00:30:00Z") },
    });
    const second = { startsAt: new Date("2026-10-25T01:30:00Z"), endsAt: new Date("2026-10-25T03:00:00Z") };
    expect(readPeriod({ starts: "2026-10-25T01:30", ends: "2026-10-25T03:00" }, "Europe/London", second)).toEqual({
      isTwice: false,
      period: second,
    });
  });
});

describe("what speaks against a time", () => {
  const period = (starts: string, ends: string, timeZone: string) => {
    const read = readPeriod({ starts, ends }, timeZone);
    if (!read || "gap" in read) throw new Error("no such time");
    return read.period;
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
    const situation = {
      isTwice: true,
      isViewerBusy: true,
      isPartnerBusy: true,
      partnerTimeZone: "Europe/London",
      agreedUntil: NOW,
    };
    expect(findWarnings(nine, situation)).toEqual([
      "hour-twice",
      "you-are-busy",
      "partner-is-busy",
      "partner-hour",
      "after-the-end",
    ]);
    const free = {
      isTwice: false,
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
