import { db } from "@/lib/foundation/db/client";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { askings, dataOf } from "./asking-sql";
import type { Due, Round } from "./deadlines";
import { SURVEY_NOTICES } from "./notices";
import { standingSurvey } from "./standing";

/** A round that the sweep has looked at: whom it asks, and when it looks again. */
export interface Looked {
  round: Round;
  due: readonly Due[];
  dueAt: Date | null;
}

/**
 * Asks, tells and notes when to look again, in one statement. Leaves out rounds that have changed meanwhile or that another sweep
 * holds. Returns how many members were asked.
 */
export async function saveRounds(looked: readonly Looked[], timeZone: string, now: Date): Promise<number> {
  if (looked.length === 0) return 0;
  const rounds = looked.map(({ round: { relationshipId, version }, dueAt }) => ({ relationshipId, version, dueAt }));
  const asked = looked.flatMap(({ round, due }) =>
    due.map(({ role, survey, occasion }) => ({
      relationshipId: round.relationshipId,
      ...{ role, survey, occasion, title: standingSurvey(survey).title },
      memberId: role === "mentee" ? round.menteeId : round.mentorId,
      aboutId: role === "mentee" ? round.mentorId : round.menteeId,
    })),
  );
  const rows = await db().$queryRaw<{ asked: number }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rounds)}::jsonb) AS i(
        "relationshipId" uuid, "version" integer, "dueAt" timestamptz)
    ), held AS MATERIALIZED (
      SELECT c."relationshipId" FROM input i
      JOIN "survey_rounds" c ON c."relationshipId" = i."relationshipId" AND c."version" = i."version"
      ORDER BY c."relationshipId" FOR UPDATE OF c SKIP LOCKED
    ), saved AS MATERIALIZED (
      UPDATE "survey_rounds" c SET "dueAt" = i."dueAt", "version" = c."version" + 1
      FROM input i JOIN held h ON h."relationshipId" = i."relationshipId" WHERE c."relationshipId" = i."relationshipId"
      RETURNING c."relationshipId"
    ), wanted AS MATERIALIZED (
      SELECT w.*, NULL::timestamptz AS "openUntil" FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS w(
        "memberId" uuid, "role" text, "survey" text, "title" text, "occasion" text, "relationshipId" uuid, "aboutId" uuid)
      JOIN saved s ON s."relationshipId" = w."relationshipId"
    ), ${askings(timeZone, now)}
    SELECT count(*)::integer AS "asked" FROM asked`;
  return rows[0]?.asked ?? 0;
}

/** One reminder to each member who has not answered and still can; nobody else gets one. Returns how many were told. */
export async function saveReminders(ids: readonly string[], now: Date): Promise<number> {
  const rows = await db().$queryRaw<{ told: number }[]>`
    WITH held AS MATERIALIZED (
      SELECT a."id" FROM "survey_askings" a WHERE a."id" = ANY(${[...ids]}::uuid[]) AND a."remindAt" IS NOT NULL
      ORDER BY a."id" FOR UPDATE SKIP LOCKED
    ), reminded AS MATERIALIZED (
      UPDATE "survey_askings" a SET "remindAt" = NULL FROM held h WHERE a."id" = h."id" RETURNING a.*
    ), told AS MATERIALIZED (
      SELECT concat('survey:', a."id", ':reminder') AS "key", a."memberId" AS "to", NULL::text AS "role",
        CASE WHEN a."survey" IN ('meeting', 'pulse', 'closing') THEN 'survey-pair-reminder' ELSE 'survey-reminder' END AS "kind",
        NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        ${dataOf("a")} || jsonb_build_object('survey', coalesce(n."data" ->> 'survey', '')) AS "data", ${now}::timestamptz AS "at"
      FROM reminded a JOIN "members" m ON m."id" = a."memberId" AND m."status" = 'active' AND m."standing" = 'current'
      LEFT JOIN "notifications" n ON n."key" = concat('survey:', a."id", ':asked')
      LEFT JOIN "surveys" s ON s."id"::text = a."survey"
      LEFT JOIN "check_ins" i ON i."relationshipId" = a."relationshipId"
      WHERE a."answeredAt" IS NULL AND a."openUntil" > ${now}::timestamptz AND coalesce(s."status" = 'open', true)
        AND NOT coalesce(i."pausedUntil" > ${now}::timestamptz, false)
    ), ${NOTIFIED}, ${mailed(SURVEY_NOTICES)}
    SELECT count(*)::integer AS "told" FROM told`;
  return rows[0]?.told ?? 0;
}
