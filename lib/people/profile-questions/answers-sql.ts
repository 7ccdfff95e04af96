import { Prisma } from "@/lib/foundation/db/client";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Role } from "@/lib/foundation/viewer";
import type { Answer } from "./answers";

/**
 * The steps that save a member's answers in the statement that saves the profile, or their joining of a programme, which stands before them as `saved`: where that
 * saves nothing, nor do they. An answer to a question that has been retired since is left out.
 */
export function savedAnswers(
  memberId: string,
  role: Role,
  answers: readonly Answer[],
  now: Date,
  programmeId: string | null = null,
): Prisma.Sql {
  const given = answers.map(({ questionId, isSealed, answer }) => ({
    questionId,
    answer: isSealed ? null : answer,
    sealed: isSealed && answer !== null ? seal("profile_answers.sealed", [memberId, questionId], answer) : null,
  }));
  return Prisma.sql`
    given AS MATERIALIZED (
      SELECT s."memberId", g.* FROM saved s,
        jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g("questionId" uuid, "answer" text, "sealed" text)
      JOIN "profile_questions" q ON q."id" = g."questionId" AND q."role" = ${role} AND q."retiredAt" IS NULL
        AND q."filledFrom" IS NULL AND q."claim" IS NULL AND q."programmeId" IS NOT DISTINCT FROM ${programmeId}::uuid
    ), answered AS (
      INSERT INTO "profile_answers" ("memberId", "questionId", "answer", "sealed", "answeredAt")
      SELECT "memberId", "questionId", "answer", "sealed", ${now}::timestamptz FROM given
      WHERE num_nonnulls("answer", "sealed") = 1
      ON CONFLICT ("memberId", "questionId") DO UPDATE
        SET "answer" = excluded."answer", "sealed" = excluded."sealed", "answeredAt" = excluded."answeredAt"
    ), taken_back AS (
      DELETE FROM "profile_answers" a USING given g
      WHERE a."memberId" = g."memberId" AND a."questionId" = g."questionId" AND num_nonnulls(g."answer", g."sealed") = 0
    )`;
}
