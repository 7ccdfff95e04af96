import { FIXED } from "@/lib/society/settings/retention";

/** An import of the whole register: uploaded, its columns chosen, checked (the dry run), imported or dropped. */
export const IMPORT_STATES = ["uploaded", "checking", "checked", "imported", "dropped"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** The largest file, in bytes: 200,000 members take about 16 MB. */
export const LARGEST_REGISTER = 20 * 1024 * 1024;
/** More than any society has, and few enough to be read within minutes. */
export const MOST_ROWS = 500_000;
export const MOST_COLUMNS = 100;
/** Lines of a register are short. A longer one means that a quotation mark was never closed. */
export const LONGEST_LINE = 20_000;
/** After this long without progress, a reading counts as cut off. */
export const SILENT_SECONDS = 30;
/** If at least this share of current members would lapse, staff have to confirm it: the file may be incomplete. */
export const MANY_LAPSE = 0.1;

/** Why a file is not taken at all. */
export type FileFault =
  | "empty"
  | "too-large"
  | "workbook"
  | "binary"
  | "no-rows"
  | "one-column"
  | "too-many-columns"
  | "too-many-rows"
  | "unclosed-quote"
  | "unsure-encoding";

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1250", "macintosh", "cp850"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A way to read the letters of a file, with names by which somebody can tell whether it is the right one. */
export interface Reading {
  encoding: Encoding;
  names: string[];
}

/** A column of a file: its heading, some of what is in it, and all of it where that is only a few words. */
export interface Column {
  label: string;
  examples: string[];
  words: string[] | null;
  digits?: Digits;
}

/** About the cells of a column that are all digits. */
export interface Digits {
  /** The most digits that one has. */
  length: number;
  /** Whether one of that length begins with a zero. */
  hasZero: boolean;
  shortest: string;
}

/**
 * How many digits the numbers of a column should have, if shorter ones have probably lost the zeros at their beginning in a
 * spreadsheet. Null if nothing speaks for that. `fixed` is the length that every number has to have.
 */
export function lostZeros({ digits }: Pick<Column, "digits">, fixed: number | null): number | null {
  if (!digits || digits.length === 0) return null;
  const length = fixed ?? (digits.hasZero ? digits.length : 0);
  return digits.shortest.length < length ? length : null;
}

/** More than these are a copy of the membership system, and not something to ask members by. */
export const MOST_FURTHER = 10;

/** Values of the standing that differ only in capitals and blanks are one. */
export function comparableWord(word: string): string {
  return word.replace(/\s+/g, " ").trim().toLowerCase();
}

/** Which column (from 0) is what. A name is one column, or a first name and a surname. */
export interface Mapping {
  number: number;
  name: number | null;
  firstName: number | null;
  surname: number | null;
  email: number | null;
  /** Null: everybody in the file is current. */
  standing: number | null;
  /** Values of the standing column. A row with any other value has a problem. */
  current: string[];
  lapsed: string[];
  /** Columns of which the register keeps what they say, under their headings; without it, the register keeps what it has. */
  further?: number[];
  /** What staff said about numbers that are shorter than the others: they lost their zeros, or they are right. */
  zeros?: "add" | "keep";
}

/** What an import would change, or has changed. */
export interface ImportCounts {
  /** Rows that cannot be taken. */
  problems: number;
  /** Those of them that do not say whose they are: if there is one, nobody lapses because of being missing. */
  unnamed?: number;
  /** Those of them whose number seems to have lost its zeros. */
  zeros?: number;
  new: number;
  changed: number;
  unchanged: number;
  /** Current on the register, and not in the file. */
  missing: number;
  /** Current on the register, and lapsed in the file; these are among the changed. */
  saidLapsed: number;
  /** On the register as current until now. */
  currentBefore: number;
  /** Members with an account who would lose access, and those who would regain it. */
  accountsLapsing: number;
  accountsBack: number;
}

/** Who acts, as far as the register needs to know. */
export interface Actor {
  memberId: string;
  staff: "none" | "staff" | "admin";
}

/** Whether so many memberships would lapse that somebody has to confirm it. */
export function lapsesMany({ missing, saidLapsed, currentBefore }: ImportCounts): boolean {
  return missing + saidLapsed > currentBefore * MANY_LAPSE;
}

/** For so long rows that an import left out can be downloaded, and an import waits for staff to continue it. */
const KEPT_HOURS = FIXED.registerFiles.days * 24;

export function areLeftOutKept(finishedAt: Date | null, now: Date): boolean {
  return finishedAt !== null && now.getTime() - finishedAt.getTime() < KEPT_HOURS * 3_600_000;
}

/** Whether a reading that looks under way was in fact cut off. */
export function isSilent({ state, changedAt }: { state: ImportState; changedAt: Date }, now: Date): boolean {
  return state === "checking" && now.getTime() - changedAt.getTime() > SILENT_SECONDS * 1000;
}
