import { setImmediate as aRound } from "node:timers/promises";
import { expect, test } from "vitest";
import { openFile, surveyFile } from "./file";
import { LINES_IN_A_PIECE, readLines } from "./lines";
import { LARGEST_REGISTER } from "./register-import";

const bytes = (text: string) => new TextEncoder().encode(text);

/** What the survey of a file says, or why it is refused. */
async function survey(given: Uint8Array) {
  const opened = await openFile(given);
  if (!opened.ok) return opened.reason;
  const surveyed = await surveyFile(opened.value);
  return surveyed.ok ? surveyed.value : surveyed.reason;
}

async function linesOf(given: Uint8Array) {
  const opened = await openFile(given);
  if (!opened.ok) throw new Error(opened.reason);
  const lines = [];
  for await (const line of readLines(opened.value)) lines.push(line);
  return { ...opened.value, lines };
}

const HOSTILE: [string, Uint8Array, string][] = [
  ["nothing", bytes(""), "empty"],
  ["white space", bytes(" \r\n\t\n"), "empty"],
  ["a byte order mark alone", new Uint8Array([0xef, 0xbb, 0xbf]), "empty"],
  ["NUL bytes", bytes("number,name\n1\0,Ann\n"), "binary"],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "binary"],
  ["a workbook", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0]), "workbook"],
  ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "workbook"],
  ["headings only", bytes("number,name,email\r\n"), "no-rows"],
  ["one column", bytes("number\n100001\n"), "one-column"],
  ["a hundred and one columns", bytes(`${"a,".repeat(100)}a\n1`), "too-many-columns"],
  ["a million columns", bytes(`${"a,".repeat(1_000_000)}a\n1`), "unclosed-quote"],
  ["a quotation mark that is never closed", bytes('number,name\n1,"Ann\n'), "unclosed-quote"],
  ["more than may be", new Uint8Array(LARGEST_REGISTER + 1).fill(0x61), "too-large"],
];

test.each(HOSTILE)("a file of %s is refused", async (_name, given, fault) => {
  expect(await survey(given)).toBe(fault);
});

test.each([
  ["commas", "number,name\r\n1,Ann\r\n", ","],
  ["semicolons", "number;name\n1;Ann, née Bell\n", ";"],
  ["tabs", "number\tname\r1\tAnn\r", "\t"],
  ["commas within quotation marks", '"number, or no";name\n1;Ann\n', ";"],
])("columns between %s are told apart", async (_name, text, delimiter) => {
  const read = await linesOf(bytes(text));
  expect(read.delimiter).toBe(delimiter);
  expect(read.lines.map(({ cells }) => cells.length)).toEqual([2, 2]);
});

test.each([
  ["UTF-8", bytes("number,name\n1,Zoë"), "utf-8"],
  ["UTF-8 with a mark", new Uint8Array([0xef, 0xbb, 0xbf, ...bytes("number,name\n1,Zoë")]), "utf-8"],
  ["Windows-1252", new Uint8Array([...bytes("number,name\n1,Zo"), 0xeb]), "windows-1252"],
  ["UTF-16", new Uint8Array([0xff, 0xfe, ...Buffer.from("number,name\n1,Zoë", "utf16le")]), "utf-16le"],
])("%s is read as what it is", async (_name, given, encoding) => {
  const read = await linesOf(given);
  expect(read.encoding).toBe(encoding);
  expect(read.lines.map(({ cells }) => cells)).toEqual([
    ["number", "name"],
    ["1", "Zoë"],
  ]);
});

test("names are whole as a spreadsheet on Windows writes them", async () => {
  const special = [0x4f, 0x92, 0x42, 0x72, 0x69, 0x65, 0x6e, 0x20, 0x96, 0x20, 0x80, 0x8a, 0x9f, 0xe9];
  const read = await linesOf(new Uint8Array([...bytes("number;name\n1;"), ...special]));
  expect([read.encoding, read.lines[1]?.cells]).toEqual(["windows-1252", ["1", "O’Brien – €ŠŸé"]]);
});

test.each([
  ["is never closed", 'number,name\n1,"Ann\n2,Bob\n', [[2], [3, "2", "Bob"]]],
  ["is closed by the next one", 'number,name\n1,"Ann\n2,"Bob"\n', [[2], [3, "2", "Bob"]]],
  ["has something behind it", 'number,name\n1,"Ann" Bell\n2,Bob\n', [[2], [3, "2", "Bob"]]],
  [
    "is doubled",
    'number,name\n1,"""Ann"" Bell"\n2,Bob\n',
    [
      [2, "1", '"Ann" Bell'],
      [3, "2", "Bob"],
    ],
  ],
  [
    "stands in the middle",
    'number,name\n1,Ann "Annie" Bell\n2,Bob\n',
    [
      [2, "1", 'Ann "Annie" Bell'],
      [3, "2", "Bob"],
    ],
  ],
])("a quotation mark that %s concerns no other line", async (_name, text, expected) => {
  const { lines } = await linesOf(bytes(text));
  expect(lines.slice(1).map(({ line, cells, isBroken }) => (isBroken ? [line] : [line, ...cells]))).toEqual(expected);
});

test("a quotation mark that is never closed does not swallow a long file", async () => {
  expect(await survey(bytes(`number,name\n1,"Ann\n${"2,Bob Brown\n".repeat(50_000)}`))).toMatchObject({ rows: 50_001 });
});

test("lines are counted as an editor counts them, through empty ones and cells of several lines", async () => {
  const { lines } = await linesOf(bytes('number,name\n\n1,"Ann\nBell"\n2,Bob'));
  expect(lines.map(({ line }) => line)).toEqual([1, 4, 5]);
});

test("a survey shows examples, and the words of columns that have only a few", async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${i},Name ${i},${i % 2 ? "Paid" : "Lapsed"}`);
  const found = await survey(bytes(`number,name,\n${rows.join("\n")}`));
  expect(found).toMatchObject({
    rows: 20,
    columns: [
      { label: "number", words: null, examples: ["0", "1", "2"] },
      { label: "name", words: null },
      { label: "Column 3", words: ["Lapsed", "Paid"] },
    ],
  });
});

test("half a character at the end of an example is left out", async () => {
  const found = await survey(bytes(`number,name\n1,${"a".repeat(40)}😀`));
  expect(found).toMatchObject({ columns: [{}, { examples: ["a".repeat(40)] }] });
});

test("a long file gives everybody else a turn after each few hundred lines", async () => {
  const opened = await openFile(bytes(`number,name\n${"100001,Ann\n".repeat(20 * LINES_IN_A_PIECE)}`));
  if (!opened.ok) throw new Error(opened.reason);
  let linesSinceTurn = 0;
  let most = 0;
  let isRead = false;
  const others = (async () => {
    while (!isRead) {
      await aRound();
      linesSinceTurn = 0;
    }
  })();
  for await (const _ of readLines(opened.value)) {
    linesSinceTurn += 1;
    most = Math.max(most, linesSinceTurn);
  }
  isRead = true;
  await others;
  expect(most).toBeLessThanOrEqual(2 * LINES_IN_A_PIECE);
});

test.each([
  ["empty lines", `number,name\n${"\n".repeat(300_000)}1,Ann`],
  ["rows of commas", `number,name\n${",,\n".repeat(100_000)}1,Ann`],
  ["quotation marks that do not match", `number,name\n${'1,"Ann" Bell\n'.repeat(30_000)}1,Ann`],
])("everybody else has their turn while %s are read", async (_name, text) => {
  let turns = 0;
  let isRead = false;
  const others = (async () => {
    while (!isRead) {
      await aRound();
      turns += 1;
    }
  })();
  const found = await survey(bytes(text));
  isRead = true;
  await others;
  expect(found).toHaveProperty("rows");
  expect(turns).toBeGreaterThan(30);
});
