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
  | "not-csv";

export type Encoding = "utf-8" | "utf-16le" | "windows-1252";

/** A column of a file: its heading, some of what is in it, and all of it where that is only a few words. */
export interface Column {
  label: string;
  examples: string[];
  words: string[] | null;
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
}

/** What an import would change, or has changed. */
export interface ImportCounts {
  /** Rows that cannot be taken. */
  problems: number;
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

/** Whether a reading that looks under way was in fact cut off. */
export function isSilent({ state, changedAt }: { state: ImportState; changedAt: Date }, now: Date): boolean {
  return state === "checking" && now.getTime() - changedAt.getTime() > SILENT_SECONDS * 1000;
}
