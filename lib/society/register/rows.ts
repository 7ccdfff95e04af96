import { cleanAddress, numberForm } from "@/lib/foundation/identifier";
import { surnameKeyOf } from "./entry";
import { cut, type FileLine } from "./file";
import type { Mapping } from "./register-import";

export const PROBLEMS = [
  "columns",
  "not-json",
  "no-number",
  "number-shape",
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
  problem: string | null;
  said: string | null;
}

const LONGEST_NAME = 120;
const LONGEST_EMAIL = 200;
const LONGEST_SAID = 80;
const EMAIL = /^[^\s@"'<>(),;:\\[\]]{1,64}@[^\s@"'<>(),;:\\[\]_]+\.[\p{L}\p{N}-]{2,}$/u;
/** A spreadsheet would run it as a formula. Names begin with a letter. */
const STRANGE_NAME = /^[\s'"]*[=+\-@|%]|\p{Cc}|\ufffd/u;

/** A society's numbers. Those of accounts made here are six digits, as the form asks for them. */
export const NUMBER_SHAPES = { local: /^\d{6}$/, federated: /^[\p{L}\p{N}][\p{L}\p{N}./_-]{0,39}$/u } as const;

interface Reading {
  mapping: Mapping;
  shape: RegExp;
  /** Cells in a row. */
  width: number;
}

/** Reads rows one after the other and remembers the numbers it has seen, to find duplicates. */
export function rowReader({ mapping, shape, width }: Reading): (line: FileLine) => StagedRow {
  const seen = new Map<string, number>();
  const standings = new Map<string, "current" | "lapsed">();
  for (const word of mapping.lapsed) standings.set(comparableWord(word), "lapsed");
  for (const word of mapping.current) standings.set(comparableWord(word), "current");
  return ({ cells, line }) => {
    const cell = (column: number | null) => (column === null ? "" : (cells[column] ?? "").trim());
    const number = numberForm(cell(mapping.number));
    const surname = cell(mapping.surname);
    const name = (mapping.name === null ? `${cell(mapping.firstName)} ${surname}` : cell(mapping.name))
      .replace(/\s+/g, " ")
      .trim();
    const email = cleanAddress(cell(mapping.email));
    const standing = mapping.standing === null ? "current" : standings.get(comparableWord(cell(mapping.standing)));
    const problems: [Problem, string][] = [];
    if (cells.length !== width) problems.push(["columns", `${cells.length} instead of ${width}`]);
    if (number === "") problems.push(["no-number", ""]);
    else if (!shape.test(number)) problems.push(["number-shape", number]);
    const first = seen.get(number);
    if (first !== undefined) problems.push(["number-twice", `${number}, first on line ${first}`]);
    if (number !== "" && first === undefined) seen.set(number, line);
    if (name === "") problems.push(["no-name", ""]);
    else if (name.length > LONGEST_NAME) problems.push(["name-long", name]);
    else if (STRANGE_NAME.test(name)) problems.push(["name-strange", name]);
    if (email !== "" && (email.length > LONGEST_EMAIL || !EMAIL.test(email))) problems.push(["email", email]);
    if (!standing) problems.push(["standing", cell(mapping.standing)]);
    if (problems.length > 0 || !standing) return failedRow(line, problems);
    const surnameKey = surnameKeyOf({ name, ...(surname ? { surname } : {}) });
    return { line, number, name, surnameKey, email: email || null, standing, problem: null, said: null };
  };
}

/** A row that cannot be taken. */
export function failedRow(line: number, problems: readonly [Problem, string][]): StagedRow {
  const said = problems.map(([, words]) => cut(words, LONGEST_SAID)).filter((words) => words !== "");
  const nothing = { number: null, name: null, surnameKey: null, email: null, standing: null };
  return { line, ...nothing, problem: problems.map(([code]) => code).join(","), said: said.join("; ") || null };
}

function comparableWord(word: string): string {
  return word.trim().toLowerCase();
}
