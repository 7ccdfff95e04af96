import { expect, test } from "vitest";
import { findGaps, type Table } from "./record";

const DIARY: Table = {
  holds: "What somebody wrote",
  parts: { writer: '"writerId" = :member', reader: '"readerId" = :member' },
  download: { name: "diary", to: ["writer"], orderBy: "id" },
  columns: {
    id: { untold: "Only a number.", stays: "Only a number." },
    words: { told: "Words", erased: { writer: "NULL" } },
  },
};
const THERE = new Map([["diaries", ["id", "words"]]]);
const gapsOf = (table: Partial<Table>, there: ReadonlyMap<string, readonly string[]> = THERE) =>
  findGaps({ diaries: { ...DIARY, ...table } }, there).join("\n");

test("a record that says everything has no gap", () => expect(gapsOf({})).toBe(""));

test("a table or column that the record does not know, and one that is gone", () => {
  expect(findGaps({}, THERE)).toEqual([expect.stringContaining("The table diaries is not in lib/people/privacy/inventory/")]);
  expect(gapsOf({}, new Map([["diaries", ["id", "words", "mood"]]]))).toContain("diaries.mood is not in");
  expect(gapsOf({}, new Map([["diaries", ["id"]]]))).toContain("knows diaries.words, which is not there");
  expect(gapsOf({}, new Map())).toContain("knows a table diaries that is not there");
});

test("a column that nobody erases needs a reason, unless its row goes with everybody in it", () => {
  const columns = { ...DIARY.columns, mood: { told: "Mood" } };
  const there = new Map([["diaries", ["id", "words", "mood"]]]);
  expect(gapsOf({ columns }, there)).toBe("diaries.mood outlives its member: erase it, or say why it stays.");
  expect(gapsOf({ columns, goesWith: ["writer"] }, there)).toContain("diaries.mood outlives");
  expect(gapsOf({ columns, goesWith: ["writer", "reader"] }, there)).toBe("");
  expect(gapsOf({ columns, parts: {} }, there)).toContain("diaries.mood outlives");
});

test("slips of the pen", () => {
  const words = { told: "Words", erased: { author: "NULL" } };
  expect(gapsOf({ columns: { ...DIARY.columns, words } })).toContain("with a part “author” that its table does not have");
  expect(gapsOf({ columns: { ...DIARY.columns, id: { untold: "", stays: "Only a number." } } })).toContain("needs a reason");
  const told = { told: "Words", to: ["author"], erased: { writer: "NULL" } };
  expect(gapsOf({ columns: { ...DIARY.columns, words: told } })).toContain("told to a part “author”");
  const { download, ...untold } = DIARY;
  expect(download).toBeDefined();
  expect(findGaps({ diaries: untold }, THERE).join()).toContain("diaries.words is told, but its table is not in the download");
});
