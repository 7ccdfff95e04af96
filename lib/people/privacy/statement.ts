import { SEALED } from "@/lib/foundation/sealing/places";
import { INVENTORY } from "./inventory";
import type { Column, Table } from "./record";

/**
 * Builds SQL statements from the record. Parameters: $1 the member's id, $2 the time; everything else is the record's own
 * text.
 */

/** The CTEs that erase a member from every table and touch each row once, so that all of it is a single statement. */
export function erasingSteps(): string {
  return Object.entries(INVENTORY).flatMap(stepsOf).join(",\n");
}

function stepsOf([name, { parts, goesWith = [], columns }]: [string, Table]): string[] {
  return Object.entries(parts).flatMap(([part, condition]) => {
    const step = `"erased ${name} ${part}" AS`;
    if (goesWith.includes(part)) return [`${step} (DELETE FROM "${name}" WHERE ${fill(condition)})`];
    const changes = Object.entries(columns)
      .filter(([, column]) => column.erased?.[part] !== undefined)
      .map(([column, { erased }]) => `"${column}" = ${fill(erased?.[part] ?? "NULL")}`);
    return changes.length === 0 ? [] : [`${step} (UPDATE "${name}" SET ${changes.join(", ")} WHERE ${fill(condition)})`];
  });
}

/**
 * A query for each table in the download: its rows from $2 on, at most $3 of them, each as JSON. For a file it only returns
 * where it is: the bytes are read one by one, with `fileQuery`.
 */
export function tellingQueries(): { table: string; query: string }[] {
  return Object.entries(INVENTORY).flatMap(([name, { parts, download, columns }]) => {
    if (!download) return [];
    const wanted = Object.keys(columns).filter(
      (column) =>
        "told" in (columns[column] ?? {}) ||
        column === "id" ||
        column === download.within?.by ||
        keysOfSealed(name).includes(column),
    );
    const toldIn = (column: string) => {
      const known = columns[column];
      const only = known && "told" in known ? known.to?.map((part) => `(${fill(parts[part] ?? "false")})`) : undefined;
      const value = isFile(known) ? `CASE WHEN "${column}" IS NOT NULL THEN ctid::text END` : `"${column}"`;
      return only ? `CASE WHEN ${only.join(" OR ")} THEN ${value} END` : value;
    };
    const row = wanted.map((column) => `'${column}', ${toldIn(column)}`).join(", ");
    const query = `SELECT json_build_object(${row}) AS "row" FROM "${name}" WHERE ${theirsOf(name)}
      ORDER BY "${download.orderBy}", ctid OFFSET $2::integer LIMIT $3::integer`;
    return [{ table: name, query }];
  });
}

/** The bytes of the file that such a query has found at $2: only from the member's own rows, whatever is there by now. */
export function fileQuery(table: string, column: string): string {
  return `SELECT "${column}" AS "bytes" FROM "${table}" WHERE ctid = $2::text::tid AND (${theirsOf(table)})`;
}

function theirsOf(name: string): string {
  const { parts = {}, download } = INVENTORY[name] ?? {};
  return (download?.to ?? []).map((part) => `(${fill(parts[part] ?? "false")})`).join(" OR ") || "false";
}

function isFile(column: Column | undefined): boolean {
  return column !== undefined && "as" in column && typeof column.as === "object" && "file" in column.as;
}

/** The key that a row's sealed words are bound to, which is needed to open them. */
function keysOfSealed(table: string): string[] {
  return Object.entries(SEALED).flatMap(([column, key]) => (column.startsWith(`${table}.`) ? [...key] : []));
}

function fill(sql: string): string {
  return sql.replaceAll(":member", "$1::uuid").replaceAll(":now", "$2::timestamptz");
}
