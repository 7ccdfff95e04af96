import { db } from "@/lib/foundation/db/client";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { STILL_AVAILABLE_NOTICES, type StillAvailableNotice } from "./notices";
import type { Step } from "./still-available";

/** A step of the sweep about one mentor, decided on this version. */
export interface Stepped {
  memberId: string;
  version: number;
  step: Step["type"];
  kind: StillAvailableNotice | null;
  dueAt: Date;
  /** Until when the links of its mail work. */
  answerUntil: Date;
}

/**
 * Asks mentors, makes them unavailable and tells them, or only notes when to look again, in one statement. Leaves out what has
 * changed meanwhile or another sweep holds. Returns whom it asked, and whom it made unavailable.
 */
export async function saveSteps(steps: readonly Stepped[], now: Date): Promise<{ asked: number; stoodDown: number }> {
  const [counted] = await db().$queryRaw<{ asked: number; stoodDown: number }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) AS i(
        "memberId" uuid, "version" integer, "step" text, "kind" text, "dueAt" timestamptz, "answerUntil" text)
    ), held AS MATERIALIZED (
      SELECT c."memberId" FROM input i JOIN "availability_checks" c ON c."memberId" = i."memberId" AND c."version" = i."version"
      ORDER BY c."memberId" FOR UPDATE OF c SKIP LOCKED
    ), changed AS MATERIALIZED (
      UPDATE "availability_checks" c SET "dueAt" = i."dueAt", "version" = c."version" + 1,
        "round" = c."round" + CASE WHEN i."step" = 'look' THEN 0 ELSE 1 END,
        "askedAt" = CASE WHEN i."step" = 'ask' THEN ${now}::timestamptz ELSE c."askedAt" END,
        "stoodDownAt" = CASE WHEN i."step" = 'stand-down' THEN ${now}::timestamptz ELSE c."stoodDownAt" END
      FROM input i JOIN held h ON h."memberId" = i."memberId" WHERE c."memberId" = i."memberId"
      RETURNING c."memberId", c."round", i."step", i."kind", i."answerUntil"
    ), stood AS (
      UPDATE "mentor_profiles" p SET "isAvailable" = false, "availableAgainAt" = NULL
      FROM changed c WHERE c."memberId" = p."memberId" AND c."step" = 'stand-down'
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'clock', 'asked-if-available', 'member', "memberId", '{}'::jsonb FROM changed WHERE "step" = 'ask'
      UNION ALL
      SELECT ${now}::timestamptz, 'clock', 'stood-down', 'member', "memberId", '{}'::jsonb FROM changed WHERE "step" = 'stand-down'
    ), told AS MATERIALIZED (
      SELECT concat('still-available:', "memberId", ':', "round") AS "key", "memberId" AS "to", 'mentor' AS "role", "kind",
        NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        jsonb_build_object('round', "round", 'answerUntil', "answerUntil") AS "data", ${now}::timestamptz AS "at"
      FROM changed WHERE "kind" IS NOT NULL
    ), ${NOTIFIED}, ${mailed(STILL_AVAILABLE_NOTICES)}
    SELECT count(*) FILTER (WHERE "step" = 'ask')::integer AS "asked",
      count(*) FILTER (WHERE "step" = 'stand-down')::integer AS "stoodDown" FROM changed`;
  return counted ?? { asked: 0, stoodDown: 0 };
}

/** Notes that the mentor has answered this question. False when it is not the one that was asked last. */
export async function saveAnswer(memberId: string, round: number, now: Date): Promise<boolean> {
  const count = await db().$executeRaw`
    WITH answered AS (
      UPDATE "availability_checks" SET "answeredAt" = ${now}::timestamptz, "version" = "version" + 1
      WHERE "memberId" = ${memberId}::uuid AND "round" = ${round}
      RETURNING "memberId", "round"
    ), dealt_with AS (
      UPDATE "notifications" n SET "readAt" = ${now}::timestamptz FROM answered a
      WHERE n."key" = concat('still-available:', a."memberId", ':', a."round") AND n."readAt" IS NULL
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'member', "memberId", 'answered-if-available', 'member', "memberId", '{}'::jsonb FROM answered`;
  return count > 0;
}
