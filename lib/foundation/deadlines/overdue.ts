import { Prisma } from "@/lib/foundation/db/client";
import { MOST_COUNTED, type Overdue } from "./sweep-step";

/** A SELECT of "overdue" and "since", as Overdue has it, from a SELECT of instants "at", the oldest first. */
export function upToMost(instants: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::integer AS "overdue", min(d."at") AS "since" FROM (${instants} LIMIT ${MOST_COUNTED + 1}) d`;
}

/** The rows of a table whose instant has come. An index begins with the column. */
export function dueIn(table: string, words: Overdue["words"], column = "dueAt"): Overdue {
  const [from, at] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
  return {
    words,
    count: (now) => upToMost(Prisma.sql`SELECT ${at} AS "at" FROM ${from} WHERE ${at} <= ${now}::timestamptz ORDER BY ${at}`),
  };
}

/** What one of these SELECTs finds, of which nobody knows since when: it is due from the moment it is there, or no index says. */
export function dueRows(words: Overdue["words"], rows: (now: Date) => Prisma.Sql): Overdue {
  const instants = (now: Date) => Prisma.sql`SELECT NULL::timestamptz AS "at" FROM (${rows(now)}) r`;
  return { words, count: (now) => upToMost(instants(now)) };
}
