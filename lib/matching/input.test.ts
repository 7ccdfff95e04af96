import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/settings/settings";
import { isFiltered, type MentorFilters, readFilters, writeCursor, writeFilters } from "./input";

const NONE: MentorFilters = { words: "", topics: [], sector: null, region: null, language: null, method: null, after: null };

describe("filters in an address", () => {
  it("are none when there are none", () => {
    expect(read({})).toEqual(NONE);
    expect(isFiltered(NONE)).toBe(false);
    expect(writeFilters(NONE)).toBe("");
  });

  it("are read, and written back", () => {
    const address = { q: " finance  ", topic: ["1", "6"], sector: "2", region: "3", language: "1", method: "2" };
    const filters = { ...NONE, words: "finance", topics: [1, 6], sector: 2, region: 3, language: 1, method: 2 };
    expect(read(address)).toEqual(filters);
    expect(writeFilters(filters, "next")).toBe("?q=finance&topic=1&topic=6&sector=2&region=3&language=1&method=2&after=next");
  });

  it.each([
    { topic: "99" },
    { topic: ["x", "-1", "1.5", "0x1", "01", "1e0", ""] },
    { sector: "" },
    { region: "1 OR 1=1" },
    { language: "2" },
    { method: ["", "x"] },
    { after: "" },
    { after: "1-2" },
    { after: `zzzzzzzzzzzzz-${"0".repeat(32)}` },
    { after: `0-${"g".repeat(32)}` },
    { q: "\u0000" },
    { other: "1" },
  ])("are ignored where they are nonsense: %j", (params) => {
    expect(read(params)).toEqual(NONE);
  });

  it("keep no more words than anybody types", () => {
    expect(read({ q: "x".repeat(10_000) }).words).toHaveLength(100);
  });

  it("never fail", () => {
    const value = fc.oneof(fc.string({ maxLength: 12 }), fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }));
    const params = fc.record(
      { q: value, topic: value, sector: value, region: value, language: value, method: value, after: value },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(params, (typed) => void writeFilters(read(typed))));
  });
});

describe("a place in the ranking", () => {
  it("survives the address", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), fc.uuid(), (rank, memberId) => {
        expect(read({ after: writeCursor({ rank, memberId }) }).after).toEqual({ rank, memberId });
      }),
    );
  });
});

function read(params: Record<string, string | string[] | undefined>): MentorFilters {
  return readFilters(params, DEFAULT_SETTINGS);
}
