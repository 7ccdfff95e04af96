import { SEALED } from "@/lib/sealing/places";
import { INVENTORY } from "./inventory";
import type { Table } from "./record";

/** Statements made from the record. Parameters: $1 the member's id, $2 the time; everything else is the record's own text. */

/** The CTEs that erase a member from every table, each row touched once, so that all of it is one statement and one step. */
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

/** One query for everything that the download tells: a column for each table, with its rows as JSON or null. */
export function tellingQuery(): string {
  const tables = Object.entries(INVENTORY).flatMap(([name, { parts, download, columns }]) => {
    if (!download) return [];
    const theirs = download.to.map((part) => `(${fill(parts[part] ?? "false")})`).join(" OR ");
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
      return only ? `CASE WHEN ${only.join(" OR ")} THEN "${column}" END` : `"${column}"`;
    };
    const row = wanted.map((column) => `'${column}', ${toldIn(column)}`).join(", ");
    return [
      `(SELECT json_agg(json_build_object(${row}) ORDER BY "${download.orderBy}") FROM "${name}" WHERE ${theirs}) AS "${name}"`,
    ];
  });
  return `SELECT ${tables.join(",\n")}`;
}

/** What a row's sealed words are bound to: they are opened with it. */
function keysOfSealed(table: string): string[] {
  return Object.entries(SEALED).flatMap(([column, key]) => (column.startsWith(`${table}.`) ? [...key] : []));
}

function fill(sql: string): string {
  return sql.replaceAll(":member", "$1::uuid").replaceAll(":now", "$2::timestamptz");
}
