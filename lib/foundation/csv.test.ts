import { describe, expect, test } from "vitest";
import { csvInPieces, makeCsv } from "./csv";

const rowOf = (cell: string | number | null) => makeCsv(["a"], [[cell]]).split("\r\n")[1];

test("a table is UTF-8 that says so, with a header, quotes doubled and lines kept", () => {
  const csv = makeCsv(
    ["Date", "What"],
    [
      ["2026-11-21", 'She said "go"\nand, so'],
      ["2026-11-22", null],
    ],
  );
  expect(csv).toBe('\ufeffDate,What\r\n2026-11-21,"She said ""go""\nand, so"\r\n2026-11-22,\r\n');
});

test("a long table is the same file, in pieces", async () => {
  async function* pieces() {
    yield [["é", 1]];
    yield [["=1", 2]];
  }
  const texts: string[] = [];
  for await (const text of csvInPieces(["a", "b"], pieces())) texts.push(text);
  expect(texts).toHaveLength(3);
  expect(texts.join("")).toBe(
    makeCsv(
      ["a", "b"],
      [
        ["é", 1],
        ["=1", 2],
      ],
    ),
  );
});

test("lines within a cell do not end the row", () => {
  expect(makeCsv(["a", "b"], [["one\ntwo", "three"]])).toBe('\ufeffa,b\r\n"one\ntwo",three\r\n');
});

describe("what a spreadsheet would take for a formula is text", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "|calc",
    "%0",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u200b=1",
    "\u00a0@x",
    "＝1+1",
    "－1",
  ])("%j", (cell) =>
    expect(rowOf(cell)?.replace(/^"/, "").startsWith("'") || makeCsv(["a"], [[cell]]).includes("'")).toBe(true),
  );

  test.each(["plain words", "a=b", "1-2", "'quoted'", "2026-11-21", "é"])("and nothing else: %j", (cell) => {
    expect(rowOf(cell)).toBe(cell);
  });

  test("numbers stay numbers, below nought too", () => expect(rowOf(-5)).toBe("-5"));
});
