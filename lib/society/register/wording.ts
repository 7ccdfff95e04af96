import { sayNumber } from "@/lib/foundation/wording";
import type { MappingFault } from "./mapping";
import type { PullFault } from "./pull-result";
import {
  type Encoding,
  type FileFault,
  type ImportCounts,
  LARGEST_REGISTER,
  LONGEST_LINE,
  MOST_COLUMNS,
  MOST_FURTHER,
  MOST_ROWS,
} from "./register-import";
import type { Problem } from "./rows";

export const TOO_LARGE = `The file is too large: the limit is ${LARGEST_REGISTER / 1024 / 1024} MB. Nothing was imported.`;

/** Why a file was not taken, for whoever chose it. */
export function sayFileFault(fault: FileFault): string {
  return {
    empty: "The file is empty.",
    "too-large": TOO_LARGE,
    workbook: "This is a spreadsheet. Open it in your spreadsheet program, save it as CSV (UTF-8), and upload that file.",
    binary: "This is not a text file. Export the register as CSV.",
    "no-rows":
      "The file has headings but no rows. An empty register would make everybody's membership lapse, so it is not accepted.",
    "one-column":
      "Only one column was found. The first line has to contain the headings, separated by commas, semicolons or tabs.",
    "too-many-columns": `The file has more than ${MOST_COLUMNS} columns. Export only the ones we need: number, name, e-mail and standing.`,
    "too-many-rows": `The file has more than ${sayNumber(MOST_ROWS)} rows, which is the most that can be imported.`,
    "unclosed-quote": `A line is longer than ${sayNumber(LONGEST_LINE)} characters or does not end: there is probably a quotation mark (") that is never closed.`,
    "unsure-encoding": "Its letters can be read in more than one way. Send it as UTF-8.",
  }[fault];
}

/** Why a choice of columns or words cannot be. */
export function sayMappingFault(fault: MappingFault): string {
  return {
    "no-such-column": "Choose one of the file's columns.",
    "no-name": "Choose the column with the whole name, or the two with the first name and the surname.",
    "two-names":
      "Choose either a column with the whole name or one with the first name, not both. You can add the surname in either case.",
    "half-a-name": "Choose both the first name and the surname, or one column with the whole name.",
    "column-twice": "The same column is chosen twice.",
    "too-many-further": `Choose at most ${MOST_FURTHER} further columns.`,
    "too-many-words": "This column has too many different values to be the standing.",
    "no-current": "Tick at least one value. Otherwise nobody in the file would be a current member.",
    "word-twice": "A value cannot mean both. Tick it in only one of the two lists.",
  }[fault];
}

const SAID: Record<Problem, string> = {
  quotes: "The quotation marks in this line do not match, or it is too long",
  columns: "There are more cells than headings",
  "not-json": "The line is not a JSON object with text in number, name, surname, email and standing",
  "no-number": "No membership number",
  "number-shape": "The membership number is not in the right format",
  zeros: "The membership number is shorter than the others: a spreadsheet may have taken zeros away",
  "number-twice": "The membership number is in the file twice",
  "no-name": "No name",
  "name-long": "The name is too long (120 characters at most)",
  "name-strange": "The name begins like a formula or contains unreadable characters",
  email: "The e-mail address is not valid",
  standing: "The standing is none of the values that you ticked",
};

/** The problems of a row, from its codes. */
export function sayProblems(codes: string): string {
  return codes
    .split(",")
    .map((code) => SAID[code as Problem] ?? code)
    .join(". ");
}

const ENCODING_NAMES: Record<Encoding, string> = {
  "utf-8": "Unicode (UTF-8)",
  "utf-16le": "Unicode (UTF-16)",
  "utf-16be": "Unicode (UTF-16)",
  "windows-1252": "Windows-1252 (Western European)",
  "windows-1250": "Windows-1250 (Central European)",
  macintosh: "Mac Roman (older Macs)",
  cp850: "Code page 850 (DOS)",
};

export function sayEncodingBriefly(encoding: Encoding): string {
  return ENCODING_NAMES[encoding];
}

export function sayEncoding(encoding: Encoding): string {
  return encoding.startsWith("utf") ? ENCODING_NAMES[encoding] : `${ENCODING_NAMES[encoding]}, because it is not Unicode`;
}

export function sayDelimiter(delimiter: string): string {
  return { ",": "commas", ";": "semicolons", "\t": "tabs" }[delimiter] ?? delimiter;
}

/** What an import would change or has changed, each a fact with its number. */
export function countsInWords(counts: ImportCounts): [string, number][] {
  return [
    ["New on the register", counts.new],
    ["Changed", counts.changed],
    ["Of these, marked as lapsed in the file", counts.saidLapsed],
    ["Unchanged", counts.unchanged],
    ["Missing from the file, so lapsed", counts.missing],
    ...(counts.problems > 0 ? [["Rows left out", counts.problems] as [string, number]] : []),
    ["Members with an account here who lose access", counts.accountsLapsing],
    ["Members with an account here who regain access", counts.accountsBack],
  ];
}

/** Why the register could not be fetched from the membership system, for staff. */
export function sayPullFault(fault: PullFault, detail: string | null): string {
  const why = {
    unreachable: `The membership system could not be reached${detail ? ` (${detail})` : ""}.`,
    status: `The membership system answered with status ${detail}.`,
    "too-large": TOO_LARGE,
    file: detail ?? "",
    headings: "The headings should be number, name, surname (optional), email, standing.",
    problems: `${detail} of its rows have problems. Download the register there and upload it here to see which.`,
    "many-lapse": `${detail} memberships would lapse by it. Download the register there and upload it here if that is right.`,
    busy: "The register was being imported at the same time.",
  }[fault];
  return `The register was not fetched last night, and nothing was changed. ${why}`;
}

const REFUSALS = {
  "not-staff": "Only staff of the society can import the register.",
  gone: "This import has already finished or been cancelled. Nothing was changed.",
  "another-open": "Another import is already under way. Finish or cancel that one first, then upload this file again.",
  problems: "Tick the box to import the other rows without these, or correct them in the file and upload it again.",
  "nothing-left": "None of the rows can be imported, so nothing was. Correct them in the file and upload it again.",
  "changed-meanwhile":
    "The register has been updated from elsewhere since this file was checked. Check it again before you import it.",
  "many-lapse": "Tick the box if that many memberships have really lapsed. If the file is incomplete, cancel this import.",
  yourself:
    "You are not a current member in this file, so this import would lock you out. Ask a colleague to import it, or correct the file.",
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
