import { db, type Prisma } from "./client";

/**
 * Up to so many ids are looked up first, before a list is gone through: among a million, few would be found late. A list of more of them
 * takes the database longer than going through.
 */
export const FEW = 1500;

/**
 * What a SELECT of "id" finds, where that is at most `most` rows; null where it is more. The database answers with one row, so that
 * many are not sent here only to be counted.
 */
export async function findFew(ids: Prisma.Sql, most = FEW): Promise<string[] | null> {
  const [found] = await db().$queryRaw<{ ids: string[] | null }[]>`
    SELECT array_agg("id"::text) AS "ids" FROM (SELECT "id" FROM (${ids}) all_of_them LIMIT ${most + 1}) found HAVING count(*) <= ${most}`;
  return found ? (found.ids ?? []) : null;
}
