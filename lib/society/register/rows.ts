import { cleanAddress, numberForm } from "@/lib/foundation/identifier";
import { cleanLine } from "@/lib/foundation/typed-text";
import { surnameKeyOf } from "./entry";
import { cut } from "./file";
import type { FileLine } from "./lines";
import { comparableWord, type Mapping } from "./register-import";

export const PROBLEMS = [
  "quotes",
  "columns",
  "not-json",
  "no-number",
  "number-shape",
  "zeros",
  "number-twice",
  "no-name",
  "name-long",
  "name-strange",
  "email",
  "standing",
] as const;
export type Problem = (typeof PROBLEMS)[number];

/**
 * A row as stored until the import: either its values, or the codes of its problems, separated by commas, and the text in
 * question.
 */
export interface StagedRow {
  line: number;
  number: string | null;
  name: string | null;
  surnameKey: string | null;
  email: string | null;
  standing: "current" | "lapsed" | null;
  /** What further columns say, by their headings. Null leaves what the register has. */
  further: Readonly<Record<string, string>> | null;
  problem: string | null;
  said: string | null;
  /** The number that a row with a problem names. Whoever has it stays as they are if the row is left out. */
  keeps: string | null;
  /** All cells of a row with a problem. */
  cells: readonly string[] | null;
}

const LONGEST_NAME = 120;
const LONGEST_EMAIL = 200;
const LONGEST_SAID = 80;
const LONGEST_FURTHER = 120;
const EMAIL = /^[^\s@"<>(),;:\\[\]\ufffd]{1,64}@[^\s@"'<>(),;:\\[\]_\ufffd]+\.[\p{L}\p{N}-]{2,}$/u;
/** A spreadsheet would run it as a formula. Names begin with a letter. */
const STRANGE_NAME = /^[\s'"]*[=+\-@|%]|\p{Cc}|\ufffd/u;

/** A society's numbers. Those of accounts made here are six digits, as the form asks for them. */
export const NUMBER_SHAPES = { local: /^\d{6}$/, federated: /^[\p{L}\p{N}][\p{L}\p{N}./_-]{0,39}$/u } as const;

interface Reading {
  mapping: Mapping;
  shape: RegExp;
  /** The headings, for further columns that are kept. */
  labels?: readonly string[];
  /** Cells in a row. */
  width: number;
  /** How many digits a number should have, if shorter ones have probably lost their zeros. */
  length?: number | null;
  /** Is filled with the line on which a number is first, what it is and where it is again. */
  twice?: Map<number, { number: string; again: number }>;
}

/** Reads rows one after the other and remembers the numbers it has seen, to find duplicates. */
export function rowReader({
  mapping,
  shape,
  width,
  labels = [],
  length = null,
  twice,
}: Reading): (line: FileLine) => StagedRow {
  const seen = new Map<string, number>();
  const standings = new Map<string, "current" | "lapsed">();
  for (const word of mapping.lapsed) standings.set(comparableWord(word), "lapsed");
  for (const word of mapping.current) standings.set(comparableWord(word), "current");
  return ({ cells, line, isBroken }) => {
    if (isBroken) return failedRow(line, [["quotes", cells[0] ?? ""]], { cells });
    const cell = (column: number | null) => (column === null ? "" : (cells[column] ?? "").trim());
    const written = numberForm(cell(mapping.number));
    const isShort = length !== null && /^\d+$/.test(written) && written.length < length;
    const number = isShort && mapping.zeros === "add" ? written.padStart(length, "0") : written;
    const surname = cell(mapping.surname);
    const name = (mapping.name === null ? `${cell(mapping.firstName)} ${surname}` : cell(mapping.name))
      .replace(/\s+/g, " ")
      .trim();
    const email = cleanAddress(cell(mapping.email));
    const standing = mapping.standing === null ? "current" : standings.get(comparableWord(cell(mapping.standing)));
    const problems: [Problem, string][] = [];
    if (isTooLong(cells, width)) problems.push(["columns", `${cells.length} instead of ${width}`]);
    const isAsked = isShort && mapping.zeros === undefined;
    if (number === "") problems.push(["no-number", ""]);
    else if (isAsked) problems.push(["zeros", `${number}, perhaps ${number.padStart(length, "0")}`]);
    else if (!shape.test(number)) problems.push(["number-shape", number]);
    const first = seen.get(number);
    if (first !== undefined) twice?.set(first, { number, again: line });
    if (first !== undefined) problems.push(["number-twice", `${number}, first on line ${first}`]);
    if (number !== "" && first === undefined) seen.set(number, line);
    if (name === "") problems.push(["no-name", ""]);
    else if (name.length > LONGEST_NAME) problems.push(["name-long", name]);
    else if (STRANGE_NAME.test(name)) problems.push(["name-strange", name]);
    if (email !== "" && (email.length > LONGEST_EMAIL || !EMAIL.test(email))) problems.push(["email", email]);
    if (!standing) problems.push(["standing", cell(mapping.standing)]);
    if (problems.length > 0 || !standing) {
      const keeps = !isAsked && shape.test(number) ? number : null;
      return failedRow(line, problems, { keeps, cells });
    }
    const surnameKey = surnameKeyOf({ name, ...(surname ? { surname } : {}) });
    return {
      line,
      number,
      name,
      surnameKey,
      email: email || null,
      standing,
      further: readFurther(mapping, labels, cell),
      problem: null,
      said: null,
      keeps: null,
      cells: null,
    };
  };
}

/** Of each further column that says something, its heading and what it says, cut to what a list of answers needs. */
function readFurther(
  { further }: Mapping,
  labels: readonly string[],
  cell: (column: number) => string,
): Record<string, string> | null {
  if (!further) return null;
  const said = further.map((column) => [
    cut(labels[column] ?? "", LONGEST_SAID),
    cut(cleanLine(cell(column)), LONGEST_FURTHER),
  ]);
  return Object.fromEntries(said.filter(([, words]) => words !== ""));
}

/** A row that cannot be taken. */
export function failedRow(
  line: number,
  problems: readonly (readonly [Problem, string])[],
  { keeps = null, cells = null }: { keeps?: string | null; cells?: readonly string[] | null } = {},
): StagedRow {
  const said = problems.map(([, words]) => cut(words, LONGEST_SAID)).filter((words) => words !== "");
  const nothing = { number: null, name: null, surnameKey: null, email: null, standing: null, further: null };
  return { line, ...nothing, problem: problems.map(([code]) => code).join(","), said: said.join("; ") || null, keeps, cells };
}

/** Whether there is something in cells beyond the last column. Cells that are left out at the end are empty. */
export function isTooLong(cells: readonly string[], width: number): boolean {
  return cells.slice(width).some((cell) => cell !== "");
}
