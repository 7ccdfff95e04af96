import { sayNumber } from "@/lib/foundation/wording";
import type { MappingFault } from "./mapping";
import {
  type Encoding,
  type FileFault,
  type ImportCounts,
  LARGEST_REGISTER,
  LONGEST_LINE,
  MOST_COLUMNS,
  MOST_ROWS,
} from "./register-import";
import type { Problem } from "./rows";

export const TOO_LARGE = `The file is too large: it may have ${LARGEST_REGISTER / 1024 / 1024} MB. Nothing was taken of it.`;

/** Why a file was not taken, for whoever chose it. */
export function sayFileFault(fault: FileFault): string {
  return {
    empty: "The file is empty.",
    "too-large": TOO_LARGE,
    workbook: "This is a workbook of a spreadsheet. Save it as CSV (UTF-8) there, and upload that file.",
    binary: "This is not a file of text. Export the register as CSV.",
    "no-rows": "The file has headings and no rows below them. An empty register would lapse everybody, so it is not taken.",
    "one-column":
      "Only one column was found. The first line has to hold the headings, with a comma, a semicolon or a tab between them.",
    "too-many-columns": `The file has more than ${MOST_COLUMNS} columns. Export only those that are needed: number, name, e-mail, standing.`,
    "too-many-rows": `The file has more than ${sayNumber(MOST_ROWS)} rows, which is more than can be imported.`,
    "unclosed-quote": `A line is longer than ${sayNumber(LONGEST_LINE)} characters or does not end: most likely a quotation mark (") is opened and never closed.`,
    "not-csv": "The file cannot be read as CSV: its quotation marks do not match.",
  }[fault];
}

/** Why a choice of columns or words cannot be. */
export function sayMappingFault(fault: MappingFault): string {
  return {
    "no-such-column": "Choose one of the file's columns.",
    "no-name": "Choose the column with the name, or those with the first name and the surname.",
    "two-names":
      "Choose either one column with the whole name, or one for the first name. A surname beside the whole name is welcome.",
    "half-a-name": "Choose both the first name and the surname, or one column with the whole name.",
    "column-twice": "The same column is chosen twice.",
    "too-many-words": "This column has too many different words to be a standing.",
    "no-current": "Tick at least one word: otherwise nobody in the file would be a member.",
    "word-twice": "A word cannot mean both. Tick it in one of the two lists.",
  }[fault];
}

const SAID: Record<Problem, string> = {
  columns: "The row has not as many cells as there are headings",
  "not-json": "The line is not a JSON object with text in number, name, surname, email and standing",
  "no-number": "No membership number",
  "number-shape": "The membership number has the wrong shape",
  "number-twice": "The membership number is in the file twice",
  "no-name": "No name",
  "name-long": "The name is too long (120 characters at most)",
  "name-strange": "The name begins like a formula, or has characters that cannot be read",
  email: "The e-mail address is not one",
  standing: "The standing is none of the words that were chosen",
};

/** The problems of a row, from its codes. */
export function sayProblems(codes: string): string {
  return codes
    .split(",")
    .map((code) => SAID[code as Problem] ?? code)
    .join(". ");
}

export function sayEncoding(encoding: Encoding): string {
  return {
    "utf-8": "Unicode (UTF-8)",
    "utf-16le": "Unicode (UTF-16)",
    "windows-1252": "Windows-1252, since it is not Unicode",
  }[encoding];
}

export function sayDelimiter(delimiter: string): string {
  return { ",": "commas", ";": "semicolons", "\t": "tabs" }[delimiter] ?? delimiter;
}

/** What an import would change or has changed, each a fact with its number. */
export function countsInWords(counts: ImportCounts): [string, number][] {
  return [
    ["New on the register", counts.new],
    ["Changed", counts.changed],
    ["Of these, now lapsed by the file", counts.saidLapsed],
    ["Unchanged", counts.unchanged],
    ["Not in the file, so lapsed", counts.missing],
    ["Members with an account here who are shut out", counts.accountsLapsing],
    ["Members with an account here who may come in again", counts.accountsBack],
  ];
}

const REFUSALS = {
  "not-staff": "Only staff of the society import the register.",
  gone: "This import is over, or has been dropped meanwhile. Nothing was changed just now.",
  "another-open":
    "Somebody has an import under way. One goes after the other: go on with that one, or drop it, and upload again.",
  problems: "Some rows cannot be taken, so nothing is imported. Mend them in the file, and upload it again.",
  "changed-meanwhile":
    "The register has been refreshed from elsewhere since this was checked. Check it again before you import it.",
  "many-lapse": "Tick the box if that many members have really lapsed. If the file is not whole, drop this import.",
  yourself:
    "You are not current in this file, so this import would shut yourself out. Let a colleague import it, or mend the file.",
} as const;
export type ImportRefusal = keyof typeof REFUSALS;

/** Why an import does not go on. */
export function sayImportRefusal(reason: ImportRefusal): string {
  return REFUSALS[reason];
}

export function isImportRefusal(reason: string): reason is ImportRefusal {
  return Object.hasOwn(REFUSALS, reason);
}

/** Why a choice is not taken. */
export function sayRefusal(reason: ImportRefusal | MappingFault): string {
  return isImportRefusal(reason) ? sayImportRefusal(reason) : sayMappingFault(reason);
}
