import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths } from "@/lib/foundation/dates";
import { ACTIVE, AGREED_UNTIL, NOW, ZONE } from "@/testing/relationships/examples";
import { dueCommand, nextDue } from "./deadlines";

const MONTH_BEFORE = new Date("2026-12-05T09:00:00Z");
const WEEK_BEFORE = new Date("2026-12-29T09:00:00Z");
const due = (now: Date, changes: Partial<typeof ACTIVE> = {}) => dueCommand({ ...ACTIVE, ...changes }, ZONE, now);

describe("the clock of a relationship", () => {
  test("asks a calendar month and a week before the agreed end, and ends it then", () => {
    expect(nextDue(ACTIVE, ZONE)).toEqual(MONTH_BEFORE);
    expect(nextDue({ ...ACTIVE, asked: "month" }, ZONE)).toEqual(WEEK_BEFORE);
    expect(nextDue({ ...ACTIVE, asked: "week" }, ZONE)).toEqual(AGREED_UNTIL);
    expect(nextDue({ ...ACTIVE, endedAt: NOW }, ZONE)).toBeNull();
  });

  test("does each once, and nothing early", () => {
    expect(due(new Date(MONTH_BEFORE.getTime() - 1))).toBeNull();
    expect(due(MONTH_BEFORE)).toEqual({ type: "remind", asked: "month" });
    expect(due(MONTH_BEFORE, { asked: "month" })).toBeNull();
    expect(due(WEEK_BEFORE, { asked: "month" })).toEqual({ type: "remind", asked: "week" });
    expect(due(WEEK_BEFORE, { asked: "week" })).toBeNull();
    expect(due(AGREED_UNTIL, { asked: "week" })).toEqual({ type: "complete" });
  });

  test("comes late: only the newest question, and the end beats it", () => {
    expect(due(WEEK_BEFORE)).toEqual({ type: "remind", asked: "week" });
    expect(due(AGREED_UNTIL)).toEqual({ type: "complete" });
  });

  test("does not ask before it has begun", () => {
    const startedAt = new Date("2026-12-20T09:00:00Z");
    expect(nextDue({ ...ACTIVE, startedAt }, ZONE)).toEqual(WEEK_BEFORE);
    expect(due(new Date("2026-12-21T09:00:00Z"), { startedAt })).toBeNull();
    // Nor at the moment in which it begins, as for one that is agreed for a month.
    expect(nextDue({ ...ACTIVE, startedAt: MONTH_BEFORE }, ZONE)).toEqual(WEEK_BEFORE);
  });

  test("has nothing to do with one that has ended", () => {
    expect(due(AGREED_UNTIL, { endedAt: NOW })).toBeNull();
    expect(due(WEEK_BEFORE, { endedAt: NOW })).toBeNull();
  });

  test("whatever the term: it is due exactly when there is something to do", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom(null, "month" as const, "week" as const),
        (months, days, asked) => {
          const relationship = { ...ACTIVE, agreedUntil: addMonths(ACTIVE.startedAt, months, ZONE), asked };
          const now = new Date(ACTIVE.startedAt.getTime() + days * 86_400_000);
          const next = nextDue(relationship, ZONE);
          expect(dueCommand(relationship, ZONE, now) !== null).toBe(next !== null && next <= now);
        },
      ),
    );
  });
});
