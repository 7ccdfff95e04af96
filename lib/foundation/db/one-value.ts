import { Prisma } from "./client";

/** The rows of a statement, in their order, as one list for a column of another: instants in it are text, and bigints are numbers. */
export function inOneValue(statement: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(one)), '[]') FROM (${statement}) one)`;
}
