import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { decide } from "./decide";
import { readAnswers } from "./input";
import { findAsked } from "./queries";
import type { AnswerRefusal } from "./survey";

/**
 * A member answers what they were asked, from a mail or in the product. The same link twice is one answer: the later one stands in the
 * place of the earlier, until it is counted. The audit trail does not say who has answered, because staff read it.
 */
export async function answer(
  member: Pick<Viewer, "memberId">,
  id: string,
  typed: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<Result<null, AnswerRefusal>> {
  const asked = await findAsked(member, id, now);
  if (!asked) return refuse("not-found");
  const decided = decide(asked, asked.questions, readAnswers(asked.questions, typed), now);
  if (!decided.ok) return decided;
  const { chosen, words, score, wantsContact } = decided.given;
  const sealed = Object.keys(words).length > 0 ? seal("survey_answers.words", asked.id, JSON.stringify(words)) : null;
  const count = await db().$executeRaw`
    WITH asking AS MATERIALIZED (
      SELECT a."id", a."survey", coalesce(r."programmeId", s."programmeId") AS "programmeId",
        CASE WHEN r."id" IS NOT NULL THEN CASE WHEN r."mentorId" = a."memberId" THEN 'mentor' ELSE 'mentee' END
          ELSE coalesce(s."role", CASE WHEN m."isMentor" AND NOT m."isMentee" THEN 'mentor'
            WHEN m."isMentee" AND NOT m."isMentor" THEN 'mentee' END) END AS "role"
      FROM "survey_askings" a JOIN "members" m ON m."id" = a."memberId"
      LEFT JOIN "relationships" r ON r."id" = a."relationshipId"
      LEFT JOIN "surveys" s ON s."id"::text = a."survey"
      WHERE a."id" = ${asked.id}::uuid AND a."memberId" = ${member.memberId}::uuid
    ), answered AS (
      INSERT INTO "survey_answers" ("askingId", "survey", "programmeId", "role", "chosen", "score", "words", "wantsContact", "answeredAt")
      SELECT a."id", a."survey", a."programmeId", a."role", ${JSON.stringify(chosen)}::jsonb, ${score}::integer, ${sealed},
        ${wantsContact}, ${now}::timestamptz
      FROM asking a WHERE ${asked.version} = 0 OR EXISTS (SELECT FROM "survey_answers" w WHERE w."askingId" = a."id")
      ON CONFLICT ("askingId") DO UPDATE SET "chosen" = excluded."chosen", "score" = excluded."score", "words" = excluded."words",
        "wantsContact" = excluded."wantsContact", "answeredAt" = excluded."answeredAt", "version" = "survey_answers"."version" + 1
      WHERE "survey_answers"."version" = ${asked.version} AND "survey_answers"."countedOn" IS NULL
      RETURNING "askingId"
    ), dealt_with AS (
      UPDATE "notifications" n SET "readAt" = ${now}::timestamptz FROM answered w
      WHERE n."key" IN ('survey:' || w."askingId" || ':asked', 'survey:' || w."askingId" || ':reminder') AND n."readAt" IS NULL
    )
    UPDATE "survey_askings" a SET "answeredAt" = coalesce(a."answeredAt", ${now}::timestamptz), "remindAt" = NULL
    FROM answered w WHERE a."id" = w."askingId"`;
  return count > 0 ? done(null) : refuse("changed-meanwhile");
}
