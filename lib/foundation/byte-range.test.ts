import { describe, expect, test } from "vitest";
import { isAlreadyThere, isStillMeant, readByteRange } from "./byte-range";

describe("of a file of 1,000 bytes", () => {
  test.each([
    // What browsers send.
    ["bytes=0-", { from: 0, to: 999 }],
    ["bytes=0-1", { from: 0, to: 1 }],
    ["bytes=500-999", { from: 500, to: 999 }],
    ["bytes=999-", { from: 999, to: 999 }],
    ["bytes=-1", { from: 999, to: 999 }],
    ["bytes=-1000", { from: 0, to: 999 }],
    ["BYTES=0-9", { from: 0, to: 9 }],
    // More than there is.
    ["bytes=900-5000", { from: 900, to: 999 }],
    ["bytes=-5000", { from: 0, to: 999 }],
    ["bytes=1000-", "unsatisfiable"],
    ["bytes=1000-2000", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    // Not a range, several, or one that is upside down: the whole file.
    [null, null],
    ["", null],
    ["bytes=-", null],
    ["bytes=5-4", null],
    ["bytes=0-1,5-6", null],
    ["lines=0-1", null],
    ["bytes=a-b", null],
    ["bytes=1.5-2", null],
    ["bytes=0-9999999999999999999999", null],
  ] as const)("%s means %o", (header, range) => expect(readByteRange(header, 1000)).toEqual(range));
});

test.each([
  ["bytes=0-", "unsatisfiable"],
  ["bytes=-1", "unsatisfiable"],
  [null, null],
] as const)("of an empty file, %s means %s", (header, range) => expect(readByteRange(header, 0)).toBe(range));

test.each([
  [null, true],
  ['"one"', true],
  [' "one" ', true],
  ['"two"', false],
  ['W/"one"', false],
  ["Sun, 29 Nov 2026 10:00:00 GMT", false],
])("If-Range: %s", (header, isMeant) => expect(isStillMeant(header, '"one"')).toBe(isMeant));

test.each([
  [null, false],
  ['"one"', true],
  ['W/"one"', true],
  ['"two", "one"', true],
  ["*", true],
  ['"two"', false],
  ["", false],
])("If-None-Match: %s", (header, isThere) => expect(isAlreadyThere(header, '"one"')).toBe(isThere));
