import { addDays } from "@/lib/foundation/dates";
import { Prisma } from "@/lib/foundation/db/client";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { SURVEY_NOTICES } from "./notices";
import { OPEN_DAYS, QUIET_DAYS, REMIND_AFTER_DAYS } from "./survey";

/**
 * The end of a statement that asks members: goes behind a CTE `wanted` with "memberId", "role", "survey", "title", "occasion",
 * "relationshipId", "aboutId" and "openUntil" (empty: the usual days). Leaves out members we have asked within two weeks, whatever
 * the survey: the row of surveyed_members decides between two sweeps at once. Each member who is asked is told, under a key.
 */
export function askings(timeZone: string, now: Date): Prisma.Sql {
  const usual = addDays(now, OPEN_DAYS, timeZone);
  const remindAt = addDays(now, REMIND_AFTER_DAYS, timeZone);
  return Prisma.sql`
    chosen AS MATERIALIZED (
      SELECT DISTINCT ON (w."memberId") w.* FROM wanted w
      WHERE NOT EXISTS (SELECT FROM "survey_askings" a WHERE a."memberId" = w."memberId" AND a."occasion" = w."occasion")
      ORDER BY w."memberId", w."occasion"
    ), free AS (
      INSERT INTO "surveyed_members" ("memberId", "askedAt") SELECT "memberId", ${now}::timestamptz FROM chosen ORDER BY "memberId"
      ON CONFLICT ("memberId") DO UPDATE SET "askedAt" = excluded."askedAt"
        WHERE "surveyed_members"."askedAt" <= ${addDays(now, -QUIET_DAYS, timeZone)}::timestamptz
      RETURNING "memberId"
    ), asked AS (
      INSERT INTO "survey_askings" ("id", "memberId", "survey", "occasion", "relationshipId", "askedAt", "openUntil", "remindAt")
      SELECT gen_random_uuid(), c."memberId", c."survey", c."occasion", c."relationshipId", ${now}::timestamptz,
        least(c."openUntil", ${usual}::timestamptz), ${remindAt}::timestamptz
      FROM chosen c JOIN free f ON f."memberId" = c."memberId"
      ON CONFLICT DO NOTHING
      RETURNING "id", "memberId", "survey", "openUntil"
    ), told AS MATERIALIZED (
      SELECT concat('survey:', a."id", ':asked') AS "key", a."memberId" AS "to", c."role",
        CASE a."survey" WHEN 'meeting' THEN 'survey-meeting' WHEN 'pulse' THEN 'survey-pulse' WHEN 'closing' THEN 'survey-closing'
          ELSE 'survey-own' END AS "kind",
        c."relationshipId" AS "proposalId", c."aboutId", ${dataOf("a")} || jsonb_build_object('survey', c."title") AS "data",
        ${now}::timestamptz AS "at"
      FROM asked a JOIN chosen c ON c."memberId" = a."memberId"
    ), ${NOTIFIED}, ${mailed(SURVEY_NOTICES)}`;
}

/** What the links of a mail need: which asking, and until when it can be answered. */
export function dataOf(asking: string): Prisma.Sql {
  return Prisma.raw(`jsonb_build_object('surveyAskingId', ${asking}."id", 'round', 1,
    'answerUntil', to_char(${asking}."openUntil" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))`);
}
