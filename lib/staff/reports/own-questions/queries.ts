import { db, Prisma } from "@/lib/foundation/db/client";
import type { Scope } from "@/lib/foundation/viewer";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import type { ChoiceRow } from "./figures";

/**
 * What members have chosen in the society's own questions, as far as staff may read it: never what only partners read. Those on profiles
 * belong to the society's own scheme; those on joining to their programme, and there only those who have joined count. One query; goes
 * through these answers once.
 */
export async function countChoices(scope: Scope): Promise<ChoiceRow[]> {
  return db().$queryRaw<ChoiceRow[]>`
    WITH asked AS MATERIALIZED (
      SELECT q."id", q."role", q."programmeId", q."position", q."question", q."kind", q."options" FROM "profile_questions" q
      WHERE q."kind" IN ('choice', 'choices', 'yes-no') AND q."readers" <> 'partners' AND q."retiredAt" IS NULL AND ${isAskedIn(scope)}
    ), given AS MATERIALIZED (
      SELECT a."questionId", a."answer" FROM asked q JOIN "profile_answers" a ON a."questionId" = q."id"
      WHERE q."programmeId" IS NULL OR EXISTS (SELECT FROM "programme_members" j WHERE j."programmeId" = q."programmeId"
        AND j."memberId" = a."memberId" AND j."role" = q."role" AND j."status" = 'joined')
    ), parts AS (
      SELECT "questionId", part AS "choice", count(*) AS "count" FROM given CROSS JOIN LATERAL string_to_table("answer", ',') AS part
      GROUP BY 1, 2
    ), counted AS (SELECT "questionId", count(*)::integer AS "answered" FROM given GROUP BY 1),
    chosen AS (SELECT "questionId", jsonb_object_agg("choice", "count") AS "chosen" FROM parts GROUP BY 1)
    SELECT q."id", q."role", q."question", q."kind", q."options", p."name" AS "programme",
      coalesce(n."answered", 0) AS "answered", coalesce(c."chosen", '{}') AS "chosen"
    FROM asked q LEFT JOIN counted n ON n."questionId" = q."id" LEFT JOIN chosen c ON c."questionId" = q."id"
      LEFT JOIN "programmes" p ON p."id" = q."programmeId"
    ORDER BY p."createdAt" NULLS FIRST, p."id", q."role" DESC, q."position", q."id" LIMIT ${MOST_QUESTIONS}`;
}

/** All together are without the programmes that have been archived, which can be chosen by themselves. */
function isAskedIn(scope: Scope): Prisma.Sql {
  if (scope !== "all") return isInScope(scope, Prisma.sql`q."programmeId"`);
  return Prisma.sql`(q."programmeId" IS NULL OR EXISTS (
    SELECT FROM "programmes" o WHERE o."id" = q."programmeId" AND o."status" NOT IN ('draft', 'archived')))`;
}

/** More than any society asks. */
const MOST_QUESTIONS = 200;
