import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { isFiltered, type MentorFilters, readFilters, writeCursor, writeFilters } from "./input";

const NONE: MentorFilters = { words: "", topics: [], sector: null, region: null, language: null, method: null, after: null };

const ID = "00000000-0000-4000-8000-000000000009";

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
    { after: `x1-${"0".repeat(32)}`.toUpperCase() },
    { after: `-1-${"0".repeat(32)}` },
    { after: `1-${"0".repeat(33)}` },
    { after: `1-${"0".repeat(31)}` },
    { after: `${"1".repeat(14)}-${"0".repeat(32)}` },
    { after: `-${"0".repeat(32)}` },
    { after: `1-${"0".repeat(32)}\n` },
  ])("are ignored where they are nonsense: %j", (params) => {
    expect(read(params)).toEqual(NONE);
  });

  it("keep no more words than anybody types", () => {
    expect(read({ q: "x".repeat(10_000) }).words).toHaveLength(100);
  });

  it("are the first of each where one is asked for, and each topic once", () => {
    expect(read({ q: ["one", "two"], sector: ["2", "3"], topic: ["6", "1", "6"] })).toEqual({
      ...NONE,
      words: "one",
      sector: 2,
      topics: [6, 1],
    });
    expect(read({ topic: "1" }).topics).toEqual([1]);
  });

  it("keep out of the words what a database refuses", () => {
    expect(read({ q: "a\u0000b\tc\ud800" }).words).toBe("a b c\ufffd");
  });

  it("may be the number nought", () => {
    const settings = { ...DEFAULT_SETTINGS, sectors: [{ id: 0, label: "All of them", retired: false }] };
    const filters = readFilters({ sector: "0" }, settings);
    expect(filters.sector).toBe(0);
    expect(writeFilters(filters)).toBe("?sector=0");
    expect(isFiltered(filters)).toBe(true);
  });

  it("are none where only the page is a later one", () => {
    const { after } = read({ after: writeCursor({ rank: 35n, memberId: ID }) });
    expect(after).toEqual({ rank: 35n, memberId: ID });
    expect(isFiltered({ ...NONE, after })).toBe(false);
    expect(writeFilters(NONE, "z-1")).toBe("?after=z-1");
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
