import { db } from "@/lib/foundation/db/client";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { ClaimedAnswer } from "./claims";

/**
 * The answers that the claims of a member's sign-in give, in place of those of the sign-in before, and which of them did not fit. Answers
 * to what the member is not asked go: a question of a role belongs to those who hold it, and to those who have yet to choose one; a
 * question on joining to those who have joined or applied. One statement.
 */
export async function saveClaimed(memberId: string, claimed: readonly ClaimedAnswer[], now: Date): Promise<void> {
  if (claimed.length === 0) return;
  const given = claimed.map(({ questionId, isSealed, answer, isUnfit }) => ({
    questionId,
    isUnfit,
    answer: isSealed ? null : answer,
    sealed: isSealed && answer !== null ? seal("profile_answers.sealed", [memberId, questionId], answer) : null,
  }));
  await db().$executeRaw`
    WITH given AS MATERIALIZED (
      SELECT m."id" AS "memberId", g."questionId", g."isUnfit" AND asked."is" AS "isUnfit",
        CASE WHEN asked."is" THEN g."answer" END AS "answer", CASE WHEN asked."is" THEN g."sealed" END AS "sealed"
      FROM "members" m
      CROSS JOIN jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g("questionId" uuid, "answer" text, "sealed" text, "isUnfit" boolean)
      JOIN "profile_questions" q ON q."id" = g."questionId" AND q."claim" IS NOT NULL AND q."retiredAt" IS NULL
      CROSS JOIN LATERAL (SELECT CASE
        WHEN q."programmeId" IS NOT NULL THEN EXISTS (SELECT FROM "programme_members" j WHERE j."programmeId" = q."programmeId"
          AND j."memberId" = m."id" AND j."role" = q."role" AND j."status" IN ('joined', 'applied'))
        WHEN q."role" = 'mentor' THEN m."isMentor" OR NOT m."isMentee"
        ELSE m."isMentee" OR NOT m."isMentor" END AS "is") asked
      WHERE m."id" = ${memberId}::uuid AND m."status" = 'active'
      FOR KEY SHARE OF q
    ), answered AS (
      INSERT INTO "profile_answers" AS a ("memberId", "questionId", "answer", "sealed", "answeredAt")
      SELECT "memberId", "questionId", "answer", "sealed", ${now}::timestamptz FROM given
      WHERE num_nonnulls("answer", "sealed") = 1
      ON CONFLICT ("memberId", "questionId") DO UPDATE
        SET "answer" = excluded."answer", "sealed" = excluded."sealed", "answeredAt" = excluded."answeredAt"
        WHERE a."answer" IS DISTINCT FROM excluded."answer" OR excluded."sealed" IS NOT NULL
    ), taken_back AS (
      DELETE FROM "profile_answers" a USING given g
      WHERE a."memberId" = g."memberId" AND a."questionId" = g."questionId" AND num_nonnulls(g."answer", g."sealed") = 0
    ), unfit AS (
      INSERT INTO "unfit_claims" ("memberId", "questionId", "at")
      SELECT "memberId", "questionId", ${now}::timestamptz FROM given WHERE "isUnfit"
      ON CONFLICT ("memberId", "questionId") DO UPDATE SET "at" = excluded."at"
    )
    DELETE FROM "unfit_claims" u USING given g
    WHERE u."memberId" = g."memberId" AND u."questionId" = g."questionId" AND NOT g."isUnfit"`;
}
