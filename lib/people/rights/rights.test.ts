import { describe, expect, test } from "vitest";
import type { ProgrammeRights, Scope } from "@/lib/foundation/viewer";
import { AREAS, type Area, areasOf, hasStaffPages, isWithin, narrowed, scopeOf } from "./rights";

const [A, B] = ["a", "b"];
const holder = (rights?: ProgrammeRights) => ({ staff: "none" as const, ...(rights && { rights }) });
const coordinator = holder({ coordinates: [A], reads: [] });
const reader = holder({ coordinates: [], reads: [A] });
const both = holder({ coordinates: [A], reads: [B] });
const societyReader = holder({ coordinates: [], reads: "all" });

/** Area → what a coordinator of A, a reader of A, one who coordinates A and reads B, and a reader of everything see of it. */
const TABLE: Record<Area, [Scope | null, Scope | null, Scope | null, Scope | null]> = {
  today: [[A], null, [A], null],
  members: [[A], null, [A], null],
  letters: [[A], null, [A], null],
  proposals: [[A], null, [A], null],
  relationships: [[A], null, [A], null],
  lists: [[A], null, [A], null],
  programmes: [[A], null, [A], null],
  matching: [[A], null, [A], null],
  readiness: [[A], null, [A], null],
  audit: [[A], null, [A], null],
  reports: [[A], [A], [A, B], "all"],
  board: [null, null, null, "all"],
};

describe("who comes into which part of the staff pages", () => {
  test.each(Object.keys(AREAS) as Area[])("%s", (area) => {
    expect([coordinator, reader, both, societyReader].map((one) => scopeOf(one, area))).toEqual(TABLE[area]);
    expect(scopeOf({ staff: "staff" }, area)).toBe("all");
    expect(scopeOf({ staff: "admin" }, area)).toBe("all");
    expect(scopeOf(holder(), area)).toBeNull();
    expect(scopeOf(holder({ coordinates: [], reads: [] }), area)).toBeNull();
  });

  test("who has none of it has no staff pages", () => {
    expect([coordinator, reader, societyReader, { staff: "staff" as const }].map(hasStaffPages)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([holder(), holder({ coordinates: [], reads: [] })].map(hasStaffPages)).toEqual([false, false]);
    expect(areasOf(reader)).toEqual(["reports"]);
  });
});

test("what is asked for is narrowed to what one may see", () => {
  expect(narrowed("all", null)).toBe("all");
  expect(narrowed("all", B)).toEqual([B]);
  expect(narrowed([A], undefined)).toEqual([A]);
  expect(narrowed([A], A)).toEqual([A]);
  expect(narrowed([A], B)).toBeNull();
  expect([isWithin("all", A), isWithin([A], B), isWithin(null, A)]).toEqual([true, false, false]);
});
