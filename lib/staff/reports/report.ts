/** The reports of staff, by their names in addresses. */
export const REPORTS = ["registrations", "proposals", "topics", "answers", "relationships", "meetings", "gaps"] as const;
export type ReportName = (typeof REPORTS)[number];

/** Where one length of a relationship ends and the next begins, in months. */
export const LENGTHS = [1, 3, 6, 9, 12] as const;

/** Where one age of an account ends and the next begins, in days. */
export const AGES = [365, 90, 30] as const;

/** A number, or null if it cannot be calculated. */
export type Amount = number | null;

export interface Column {
  label: string;
  /** How a number is formatted: 12, 12 % or 12.5. */
  as: "count" | "share" | "decimal";
  /** Drawn in the chart. */
  isDrawn?: boolean;
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
  rows: readonly { label: string; amounts: readonly Amount[] }[];
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
