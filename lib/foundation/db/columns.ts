import type { Columns } from "@/lib/foundation/columns";
import { Prisma } from "./client";

/** `"id", "status"`, each after the name that the statement gives the table, if any. */
export function listColumns(columns: Columns, table?: string): Prisma.Sql {
  return join(columns, (name) => (table ? `${table}."${name}"` : `"${name}"`));
}

/** `"status" = i."status"`: what an UPDATE takes from the record of that name. */
export function setColumns(columns: Columns, record: string): Prisma.Sql {
  return join(columns, (name) => `"${name}" = ${record}."${name}"`);
}

function join(columns: Columns, write: (name: string) => string): Prisma.Sql {
  return Prisma.raw(Object.keys(columns).map(write).join(", "));
}
