import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isSamePerson } from "./entry";
import { openFile, surveyFile } from "./file";
import { guessMapping, guessWords } from "./mapping";
import { type Encoding, lostZeros, type Mapping } from "./register-import";
import { NUMBER_SHAPES, rowReader, type StagedRow } from "./rows";
import { readTable } from "./table";

// Files as real systems have written them, in testing/register.

async function read(name: string) {
  const opened = await openFile(readFileSync(`testing/register/${name}.csv`));
  if (!opened.ok) throw new Error(opened.reason);
  const { encoding, delimiter, readings } = opened.value;
  const survey = await surveyFile(opened.value);
  if (!survey.ok) throw new Error(survey.reason);
  const { columns } = survey.value;
  const guess = guessMapping(columns);
  const words = (guess.standing == null ? null : columns[guess.standing]?.words) ?? [];
  const mapping = { ...guess, ...guessWords(words) } as Mapping;
  const length = lostZeros(columns[mapping.number] ?? {}, null);
  const readRow = rowReader({ mapping, shape: NUMBER_SHAPES.federated, width: columns.length, length });
  const rows: StagedRow[] = [];
  let isHead = true;
  for await (const line of readTable(opened.value)) {
    if (!isHead) rows.push(readRow(line));
    isHead = false;
  }
  expect(rows.length).toBe(survey.value.rows);
  return { encoding, delimiter, readings, columns, words, mapping, rows };
}

const good = (rows: StagedRow[]) =>
  rows.filter(({ problem }) => problem === null).map(({ number, name, email }) => [number, name, email]);
const bad = (rows: StagedRow[]) => rows.filter(({ problem }) => problem !== null).map(({ line, problem }) => [line, problem]);
const ANN = ["100002", "Ann Bell", "ann@example.org"];

test("an address with an apostrophe is right", async () => {
  const { rows } = await read("apostrophe-in-address");
  expect(good(rows)).toEqual([ANN, ["100004", "Sean O'Brien", "sean.o'brien@example.org"]]);
});

test.each(["commas-at-the-end", "commas-at-the-top", "titles-above", "more-cells-than-headings", "fewer-cells"])(
  "%s: one row, and one word of standing",
  async (name) => {
    const { rows, words } = await read(name);
    expect([good(rows), bad(rows), words]).toEqual([[ANN], [], ["Active"]]);
  },
);

test("the first line may name the delimiter", async () => {
  const { rows, delimiter, columns } = await read("sep-line");
  expect([delimiter, columns.length, good(rows), rows[0]?.line]).toEqual([";", 5, [ANN], 3]);
});

test("a number written as a formula is that number", async () => {
  const { rows } = await read("number-as-formula");
  expect(good(rows)).toEqual([["001234", "Ann Bell", "ann@example.org"]]);
});

test("a number shorter than all others is asked about", async () => {
  const { rows } = await read("lost-zeros");
  expect([good(rows).length, bad(rows), rows[2]?.said]).toEqual([2, [[4, "zeros"]], "1235, perhaps 001235"]);
});

test("quotation marks that do not match are named with their line", async () => {
  const { rows } = await read("quotes-inside");
  expect([good(rows), bad(rows)]).toEqual([[ANN], [[3, "quotes"]]]);
});

test("one wrong byte spoils its own line only", async () => {
  const { rows, encoding } = await read("one-wrong-byte");
  expect([encoding, good(rows), bad(rows)]).toEqual([
    "utf-8",
    [["100001", "Zoë Müller", "zoe@example.org"]],
    [[3, "name-strange"]],
  ]);
});

const BOTH = ["Zoë Müller", "René Lefèvre"];
test.each<[string, Encoding, string[]]>([
  ["macroman", "macintosh", BOTH],
  ["dos-850", "cp850", BOTH],
  ["windows-1250", "windows-1250", ["Łukasz Wałęsa"]],
  ["utf-16-be", "utf-16be", ["Zoë Müller"]],
  ["utf-16-le-without-mark", "utf-16le", ["Zoë Müller"]],
])("%s is read as what it is", async (name, expected, names) => {
  const { rows, encoding, readings, delimiter } = await read(name);
  expect([encoding, readings, rows.map((row) => row.name)]).toEqual([expected, [], names]);
  expect(delimiter).toBe(name.startsWith("utf-16") ? "\t" : ",");
});

test("words of standing that differ in capitals and blanks are one, and an unusual one is asked about", async () => {
  const { words, mapping, rows } = await read("standing-in-words");
  expect([words, mapping.current, mapping.lapsed]).toEqual([["Active", "LIFE"], ["Active"], []]);
  expect([good(rows).length, bad(rows)]).toEqual([2, [[4, "standing"]]]);
});

test.each([
  ["100010", ["Ann Bell", "A. Bell CEng"], ["Ann Ceng", "Ann Mice", "Bob Carr"]],
  ["100011", ["Ben Bell", "Bell Ben"], ["Ben Carr", "Carr Ben", "Ben"]],
  ["100012", ["Jana Müller", "Jana Mueller", "Müller Jana"], ["Jana Carr", "Petra Carr"]],
  ["100013", ["Ann Hart", "Ann Cole"], ["Ann Carr", "Ann"]],
])("Create account knows number %s by the right names only", async (number, known, strange) => {
  const { rows } = await read("titles-and-letters-in-names");
  const row = rows.find((one) => one.number === number);
  const isKnown = (name: string) =>
    isSamePerson(
      { name: row?.name ?? "", surnameKey: row?.surnameKey ?? "", email: row?.email ?? null },
      { name, email: "x@example.com" },
    );
  expect([known.filter((name) => !isKnown(name)), strange.filter(isKnown)]).toEqual([[], []]);
});

test("every case has its expectation, and the other way round", () => {
  const expected = Object.keys(JSON.parse(readFileSync("testing/register/expected.json", "utf8")));
  const tested = readFileSync("lib/society/register/cases.test.ts", "utf8");
  expect(expected.filter((name) => !tested.includes(`"${name.replace(/\.csv$/, "")}"`))).toEqual([]);
});
