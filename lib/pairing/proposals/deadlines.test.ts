import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween } from "@/lib/foundation/dates";
import { onDay, sentProposal } from "@/testing/proposals/examples";
import { dueCommand, nextDue, schedule } from "./deadlines";

const DEFAULTS = { remindAfterDays: [3, 7, 15], expireAfterDays: 21 };

describe("the schedule", () => {
  test.each([
    // Clocks go forward on 29 March 2026 in Europe: the same time of day is an hour less away.
    [
      "2026-03-20T10:00:00Z",
      "Europe/London",
      ["2026-03-23T10:00:00Z", "2026-03-27T10:00:00Z", "2026-04-04T09:00:00Z"],
      "2026-04-10T09:00:00Z",
    ],
    // And back on 25 October.
    [
      "2026-10-20T09:00:00Z",
      "Europe/London",
      ["2026-10-23T09:00:00Z", "2026-10-27T10:00:00Z", "2026-11-04T10:00:00Z"],
      "2026-11-10T10:00:00Z",
    ],
    // The third day has no half past one: the moment after the gap counts.
    [
      "2026-03-26T01:30:00Z",
      "Europe/London",
      ["2026-03-29T01:30:00Z", "2026-04-02T00:30:00Z", "2026-04-10T00:30:00Z"],
      "2026-04-16T00:30:00Z",
    ],
    // A zone without changes, across the turn of the year and a day that is another one in London.
    [
      "2026-12-20T20:00:00Z",
      "Asia/Kolkata",
      ["2026-12-23T20:00:00Z", "2026-12-27T20:00:00Z", "2027-01-04T20:00:00Z"],
      "2027-01-10T20:00:00Z",
    ],
    // South of the equator, clocks going back on 5 April 2026; half an hour's difference on Lord Howe.
    [
      "2026-04-01T22:00:00Z",
      "Australia/Lord_Howe",
      ["2026-04-04T22:30:00Z", "2026-04-08T22:30:00Z", "2026-04-16T22:30:00Z"],
      "2026-04-22T22:30:00Z",
    ],
  ])("sent at %s in %s", (sentAt, timeZone, reminders, expiresAt) => {
    const planned = schedule(new Date(sentAt), { ...DEFAULTS, timeZone });
    expect(planned.reminders.map(({ at }) => at)).toEqual(reminders.map((at) => new Date(at)));
    expect(planned.expiresAt).toEqual(new Date(expiresAt));
  });

  test("counts calendar days in any zone at any time, in order", () => {
    const zones = fc.constantFrom(
      "Europe/London",
      "America/New_York",
      "Pacific/Auckland",
      "Asia/Kathmandu",
      "America/St_Johns",
    );
    const instants = fc.date({ min: new Date("2025-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, zones, (sentAt, timeZone) => {
        const { reminders, expiresAt } = schedule(sentAt, { ...DEFAULTS, timeZone });
        const days = [...reminders.map(({ at }) => at), expiresAt].map((at) => daysBetween(sentAt, at, timeZone));
        expect(days).toEqual([3, 7, 15, 21]);
      }),
    );
  });
});

describe("what is due", () => {
  const sent = sentProposal();
  test.each([
    [2.99, 0, null],
    [3, 0, { type: "remind", day: 3 }],
    [3, 3, null],
    [6.99, 3, null],
    [7, 3, { type: "remind", day: 7 }],
    // A sweep that comes late sends only the newest reminder due.
    [16, 0, { type: "remind", day: 15 }],
    [16, 15, null],
    // Expiry beats reminders, and the deadline itself is too late.
    [20.99, 15, null],
    [21, 0, { type: "expire" }],
    [400, 15, { type: "expire" }],
  ])("after %s days, reminded on day %s", (days, remindedDay, expected) => {
    expect(dueCommand({ ...sent, remindedDay }, onDay(days))).toEqual(expected);
  });

  test.each([
    [0, 3],
    [3, 7],
    [7, 15],
    [15, 21],
  ])("reminded on day %s, the next is due on day %s", (remindedDay, day) => {
    expect(nextDue({ ...sent, remindedDay })).toEqual(onDay(day));
  });

  test("nothing is ever due for what is not open", () => {
    for (const status of ["accepted", "rejected", "withdrawn", "expired"] as const) {
      expect(nextDue({ ...sent, status })).toBeNull();
      expect(dueCommand({ ...sent, status }, onDay(30))).toBeNull();
    }
  });
});
