import type { Settings } from "@/lib/society/settings/settings";

// The shape of the society’s record of processing; the folder inventory/ is the record itself.

/** The lists of the settings, whose small numbers become labels in the download. */
type ListName = "topics" | "sectors" | "regions" | "methods" | "languages" | "careerStages" | "rejectionReasons";
export type Lists = Pick<Settings, ListName>;

/**
 * How a column appears in the download. `file`: bytes, as a file of its own with this ending. `sealed`: decrypted. `question`: one of
 * the society's own, in its words. `answerTo`: an answer to the question whose id that column has.
 */
export type Shape =
  | "plain"
  | "instant"
  | "person"
  | "sealed"
  | "question"
  | { list: ListName }
  | { file: string }
  | { answerTo: string; isSealed?: true };

/** The column's name in Download my data, where `to` may limit it to some parts; or why it is left out. */
type Telling = { told: string; as?: Shape; to?: readonly string[] } | { untold: string };

/**
 * What erasing does to the column if its row stays: for each part, the SQL that replaces it, or why it may stay as it is.
 * Rows that are deleted need neither.
 */
type Fate = { erased?: Record<string, string>; stays?: string };

export type Column = Telling & Fate;

export interface Table {
  /** What it is for, in words for the member. */
  holds: string;
  /** Whom a row concerns, and as what: conditions in SQL, with `:member` for their id. None: it concerns nobody. */
  parts: Record<string, string>;
  /** Erasing a member in one of these parts deletes the whole row. */
  goesWith?: readonly string[];
  /** Where the table appears in the download, and for which parts. */
  download?: Download;
  columns: Record<string, Column>;
}

export interface Download {
  /** The name of its file; or, with `within`, its name inside each row of another table, which has the id that `by` names. */
  name: string;
  within?: { table: string; by: string };
  to: readonly string[];
  orderBy: string;
  /** A member has one such row, not a list of them. */
  isOne?: true;
}

/** Columns that say nothing about the person, all for the same reason. */
export function untouched(because: string, names: readonly string[]): Record<string, Column> {
  return Object.fromEntries(names.map((name) => [name, { untold: because, stays: because }]));
}

/** One sentence for each difference between the record and the database, and for each reason that is missing. */
export function findGaps(record: Record<string, Table>, columnsOf: ReadonlyMap<string, readonly string[]>): string[] {
  const gaps: string[] = [];
  for (const [name, columns] of columnsOf) {
    const table = record[name];
    if (!table) gaps.push(`The table ${name} is not in lib/people/privacy/inventory/: say what it holds, and about whom.`);
    for (const column of table ? columns : []) {
      const known = table?.columns[column];
      if (!known) gaps.push(`${name}.${column} is not in lib/people/privacy/inventory/: tell it, erase it, or say why not.`);
    }
  }
  for (const [name, table] of Object.entries(record)) {
    const columns = columnsOf.get(name);
    if (!columns) gaps.push(`lib/people/privacy/inventory/ knows a table ${name} that is not there.`);
    for (const [column, known] of Object.entries(table.columns)) {
      if (columns && !columns.includes(column))
        gaps.push(`lib/people/privacy/inventory/ knows ${name}.${column}, which is not there.`);
      gaps.push(...findMissing(`${name}.${column}`, known, table));
    }
  }
  return gaps;
}

function findMissing(name: string, column: Column, { parts, goesWith = [], download }: Table): string[] {
  const gaps: string[] = [];
  const remaining = Object.keys(parts).filter((part) => !goesWith.includes(part));
  const needsFate = remaining.length > 0 || Object.keys(parts).length === 0;
  if (needsFate && !column.erased && !column.stays) gaps.push(`${name} outlives its member: erase it, or say why it stays.`);
  for (const part of Object.keys(column.erased ?? {}))
    if (!(part in parts)) gaps.push(`${name} is erased with a part “${part}” that its table does not have.`);
  for (const part of "told" in column ? (column.to ?? []) : [])
    if (!(part in parts)) gaps.push(`${name} is told to a part “${part}” that its table does not have.`);
  if ("told" in column && !download) gaps.push(`${name} is told, but its table is not in the download.`);
  const reasons = [column.stays, "untold" in column ? column.untold : undefined].filter((reason) => reason !== undefined);
  if (reasons.some((reason) => reason.length < 10)) gaps.push(`${name} needs a reason in words.`);
  return gaps;
}
