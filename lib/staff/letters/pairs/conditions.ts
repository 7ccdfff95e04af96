import { Prisma } from "@/lib/foundation/db/client";
import type { Settings } from "@/lib/society/settings/settings";
import { readRelationshipFilter } from "@/lib/staff/relationships/input";
import { isListed } from "@/lib/staff/relationships/queries";
import type { LetterText, MemberLetter } from "../letter";
import { findNamed } from "../placeholders";

type Addressed = Pick<MemberLetter, "filters" | "programmeIds" | "authorId">;

/**
 * Whether a relationship that the query calls p is one of those whose partners the letter is for. Those of its author are not: nobody
 * writes to their own partner as the society.
 */
export async function isAddressed(letter: Addressed, settings: Settings, now: Date): Promise<Prisma.Sql> {
  const { filters, programmeIds, authorId } = letter;
  const scope = programmeIds.length > 0 ? programmeIds : "all";
  const isOnList = await isListed(scope, readRelationshipFilter(filters), settings, now);
  return Prisma.sql`${isOnList} AND ${authorId}::uuid NOT IN (p."menteeId", p."mentorId")`;
}

/**
 * Both partners of each relationship of a CTE `found`, with "id", "menteeId" and "mentorId": whoever is in several of them comes once for
 * each wording, for the first relationship of those with it.
 */
export function readersOf(letter: LetterText): Prisma.Sql {
  const { partner, mentee, mentor } = findNamed(letter);
  const named = [
    ...(partner ? [Prisma.sql`v."partnerId"`] : []),
    ...(mentee ? [Prisma.sql`p."menteeId"`] : []),
    ...(mentor ? [Prisma.sql`p."mentorId"`] : []),
  ];
  const variant = named.length > 0 ? Prisma.sql`concat_ws(' ', ${Prisma.join(named)})` : Prisma.sql`''::text`;
  const isNamed = Prisma.sql`CASE v."role" WHEN 'mentee' THEN ${partner || mentor}::boolean ELSE ${partner || mentee}::boolean END`;
  return Prisma.sql`
    SELECT DISTINCT ON (v."memberId", ${variant}) v."memberId", ${variant} AS "variant", p."id" AS "relationshipId", v."role",
      v."partnerId", CASE WHEN ${isNamed} THEN v."partnerId" END AS "aboutId"
    FROM found p CROSS JOIN LATERAL (
      VALUES ('mentee', p."menteeId", p."mentorId"), ('mentor', p."mentorId", p."menteeId")) AS v("role", "memberId", "partnerId")
    ORDER BY v."memberId", ${variant}, p."id"`;
}

/** Whether one of the two of a reader that the query calls w has blocked the other, whom the letter names. */
export const IS_APART = Prisma.sql`EXISTS (SELECT FROM "blocks" b
  WHERE b."blockerId" = w."memberId" AND b."blockedId" = w."aboutId" OR b."blockerId" = w."aboutId" AND b."blockedId" = w."memberId")`;
