import { expect, test } from "vitest";
import { makeCsv } from "@/lib/foundation/csv";
import { NUMBER_SHAPES, rowReader } from "./rows";
import { sayProblems } from "./wording";

const MAPPING = {
  number: 0,
  name: 1,
  firstName: null,
  surname: null,
  email: 2,
  standing: 3,
  current: ["Paid"],
  lapsed: ["Left"],
};
const reader = (shape: RegExp = NUMBER_SHAPES.local) => rowReader({ mapping: MAPPING, shape, width: 4 });
const row = (...cells: string[]) => reader()({ cells, line: 7 });

test("a good row is taken, its number without spaces and its name with single ones", () => {
  expect(row("100 001", " Ann  van Dijk ", "ann@example.org", "PAID")).toEqual({
    ...{ line: 7, number: "100001", name: "Ann van Dijk", surnameKey: "dijk", email: "ann@example.org" },
    ...{ standing: "current", further: null, problem: null, said: null, keeps: null, cells: null },
  });
  expect(row("100001", "Ann", "", "left")).toMatchObject({ email: null, standing: "lapsed", problem: null });
});

test("further columns are kept under their headings, cleaned and cut, without those that say nothing", () => {
  const further = { ...MAPPING, further: [4, 5, 6] };
  const read = rowReader({
    mapping: further,
    shape: NUMBER_SHAPES.local,
    width: 7,
    labels: ["", "", "", "", "Branch", "Grade", "Notes"],
  });
  const { further: said } = read({ cells: ["100001", "Ann", "", "paid", " North\t", "", "x".repeat(500)], line: 7 });
  expect(said).toMatchObject({ Branch: "North", Notes: expect.stringMatching(/^x{100,}/) });
  expect(said).not.toHaveProperty("Grade");
  expect(said?.Notes?.length).toBeLessThan(130);
});

const BAD: [string[], string, string | null][] = [
  [["", "Ann", "", "Paid"], "no-number", null],
  [["1234", "Ann", "", "Paid"], "number-shape", "1234"],
  [["=1+1", "Ann", "", "Paid"], "number-shape", "=1+1"],
  [["100001", "", "", "Paid"], "no-name", null],
  [["100001", "x".repeat(121), "", "Paid"], "name-long", "x".repeat(80)],
  [["100001", '=HYPERLINK("http://evil.example")', "", "Paid"], "name-strange", '=HYPERLINK("http://evil.example")'],
  [["100001", "Ann\u0007", "", "Paid"], "name-strange", "Ann\u0007"],
  [["100001", "Ann", "ann@example", "Paid"], "email", "ann@example"],
  [["100001", "Ann", "ann@example.org, bob@example.org", "Paid"], "email", "ann@example.org, bob@example.org"],
  [["100001", "Ann", "", "Honorary"], "standing", "Honorary"],
  [["100001", "Ann", "", ""], "standing", null],
  [["100001", "Ann", "", "Paid", "more"], "columns", "5 instead of 4"],
  [["", "", "x", "?"], "no-number,no-name,email,standing", "x; ?"],
];

test.each(BAD)("%j has a problem: %s", (cells, problem, said) => {
  expect(row(...cells)).toMatchObject({ line: 7, number: null, problem, said });
});

test("a number that is there twice is named with its first line", () => {
  const read = reader();
  expect(read({ cells: ["100001", "Ann", "", "Paid"], line: 2 }).problem).toBeNull();
  expect(read({ cells: ["100001", "Bob", "", "Paid"], line: 9 })).toMatchObject({
    problem: "number-twice",
    said: "100001, first on line 2",
  });
});

test("a society of its own numbers may have letters in them", () => {
  const read = reader(NUMBER_SHAPES.federated);
  expect(read({ cells: ["M-12/345", "Ann", "", "Paid"], line: 2 }).problem).toBeNull();
  expect(read({ cells: ["-12", "Ann", "", "Paid"], line: 3 }).problem).toBe("number-shape");
});

test("problem rows can be opened in a spreadsheet: what is said is no formula there", () => {
  const { line, problem, said } = row("100001", "=cmd|'/c calc'!A0", "", "Paid");
  expect(makeCsv(["Line", "Why", "Says"], [[line, sayProblems(problem ?? ""), said]])).toContain(",'=cmd");
});

test("a row with a problem keeps its cells, and the number that it names", () => {
  expect(row("100001", "Ann", "no address", "Paid")).toMatchObject({
    ...{ keeps: "100001", cells: ["100001", "Ann", "no address", "Paid"] },
  });
  expect(row("1234", "Ann", "", "Paid")).toMatchObject({ keeps: null });
  expect(reader()({ cells: ['1,"Ann'], line: 3, isBroken: true })).toMatchObject({ problem: "quotes", keeps: null, line: 3 });
});

test("cells that are left out at the end are empty, and empty ones beyond the headings do not count", () => {
  expect(reader()({ cells: ["100001", "Ann", "", "Paid", "", ""], line: 2 }).problem).toBeNull();
  expect(
    rowReader({ mapping: { ...MAPPING, email: 4 }, shape: /./, width: 5 })({ cells: ["1", "Ann", "", "Paid"], line: 2 }),
  ).toMatchObject({ problem: null, email: null });
});

test.each([
  [undefined, "zeros", null],
  ["add", null, "001235"],
  ["keep", null, "1235"],
] as const)("a number that may have lost its zeros, after %s", (zeros, problem, number) => {
  const mapping = { ...MAPPING, ...(zeros ? { zeros } : {}) };
  const read = rowReader({ mapping, shape: NUMBER_SHAPES.federated, width: 4, length: 6 });
  expect(read({ cells: ["1235", "Ann", "", "Paid"], line: 2 })).toMatchObject({ problem, number });
  expect(read({ cells: ["001236", "Bob", "", "Paid"], line: 3 })).toMatchObject({ problem: null, number: "001236" });
});
