import { Prisma } from "@/lib/foundation/db/client";
import type { Overdue } from "./sweep-step";

/** The rows of a table whose instant has come. */
export function dueIn(table: string, words: Overdue["words"], column = "dueAt"): Overdue {
  const [from, at] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
  return {
    words,
    count: (now) => Prisma.sql`
      SELECT count(*)::integer AS "overdue", min(${at}) AS "since" FROM ${from} WHERE ${at} <= ${now}::timestamptz`,
  };
}

/** What is due from the moment it is there: so nobody knows since when. */
export function dueAtOnce(words: Overdue["words"], count: Prisma.Sql): Overdue {
  return { words, count: () => Prisma.sql`SELECT (${count})::integer AS "overdue", NULL::timestamptz AS "since"` };
}
