/** The reports of staff, by their names in addresses. */
export const REPORTS = [
  "registrations",
  "proposals",
  "topics",
  "answers",
  "relationships",
  "meetings",
  "gaps",
  "own-questions",
] as const;
export type ReportName = (typeof REPORTS)[number];

/** The time within which a first conversation counts as prompt. */
export const FIRST_DAYS = 30;

/** A number, or null if it cannot be calculated. */
export type Amount = number | null;

export interface Column {
  label: string;
  /** How a number is formatted: 12, 12 % or 12.5. */
  as: "count" | "share" | "decimal";
  /** Drawn in the chart. */
  isDrawn?: boolean;
}

export interface Row {
  label: string;
  amounts: readonly Amount[];
  /** What it is about, where its place among the rows does not say so: a topic, a reason. */
  of?: string | number;
  /** For each amount, the list of exactly those that it counts; null for what is no count. */
  leads?: readonly (string | null)[];
}

/** One table of a report, some columns of which are drawn as a chart. */
export interface Figures {
  /** Its name in addresses and files. */
  key: string;
  heading: string;
  /** The result in one sentence, shown before the chart and read out instead of it. */
  summary: string;
  /** How it is counted. */
  note?: string;
  /** Of months in their order, or of anything else. */
  rowsAre: "months" | "things";
  rowLabel: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** The sums of the columns, below the rows. */
  total?: Row;
  /** Whether the drawn values of a row add up to a total. */
  isStacked: boolean;
  /** What the chart calls its parts, when not as the columns are called. */
  drawnAs?: readonly string[];
}

/** A number as a table says it. */
export function sayAmount(amount: Amount | undefined, as: Column["as"]): string {
  if (amount === null || amount === undefined) return "–";
  if (as === "share") return `${Math.round(amount * 100)}\u00a0%`;
  return amount.toLocaleString("en-GB", as === "decimal" ? { minimumFractionDigits: 1, maximumFractionDigits: 1 } : {});
}

/** A share of a total; null if the total is zero. */
export function share(part: number, whole: number): Amount {
  return whole === 0 ? null : part / whole;
}
