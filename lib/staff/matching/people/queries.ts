import { db, Prisma } from "@/lib/foundation/db/client";
import { isFoundBy } from "@/lib/foundation/db/member-search";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { scopeOf } from "@/lib/people/rights/rights";
import { isRunInScope } from "@/lib/staff/coordinating/scope-sql";

/** If a search means more people than this, some are left out: somebody looking for one person types another letter. */
const MOST_FOUND = 1000;

/** Ids of the members whom a search in a run means; null: nobody in particular. */
export type People = readonly string[] | null;

/** Who is called so, of the mentees and mentors of a run, by the index of names; and whether there are more. */
export async function findPeopleOf(
  viewer: Viewer,
  runId: string,
  who: string | undefined,
): Promise<{ people: People; isCut: boolean }> {
  if (who === undefined) return { people: null, isCut: false };
  const scope = scopeOf(viewer, "matching");
  if (scope === null || !isId(runId)) return { people: [], isCut: false };
  const run = Prisma.sql`${runId}::uuid`;
  const found = await db().$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "members" m WHERE ${isFoundBy(who)} AND ${isRunInScope(scope, run)} AND (
      EXISTS (SELECT FROM "matches" x WHERE x."runId" = ${run} AND x."menteeId" = m."id")
      OR EXISTS (SELECT FROM "matches" x WHERE x."runId" = ${run} AND x."mentorId" = m."id")
      OR EXISTS (SELECT FROM "matching_mentees" x WHERE x."runId" = ${run} AND x."memberId" = m."id"))
    LIMIT ${MOST_FOUND + 1}`;
  return { people: found.slice(0, MOST_FOUND).map(({ id }) => id), isCut: found.length > MOST_FOUND };
}

/** A match that a query calls m is of one of them. */
export function isPairOf(people: People): Prisma.Sql {
  if (people === null) return Prisma.sql`true`;
  return Prisma.sql`(m."menteeId" = ANY(${[...people]}::uuid[]) OR m."mentorId" = ANY(${[...people]}::uuid[]))`;
}

/** A mentee or a mentor of a run, whom a query calls w, is one of them. */
export function isOneOf(people: People): Prisma.Sql {
  return people === null ? Prisma.sql`true` : Prisma.sql`w."memberId" = ANY(${[...people]}::uuid[])`;
}
