import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { type Draft, write } from "@/lib/pairing/conversations/save";
import type { Asked, Writing } from "./decide";
import { QUESTION_NOTICES, type QuestionNotice } from "./notices";

/** The question and its message, and what the mentor is told, in one statement. */
export function saveQuestion(
  viewer: Viewer,
  { mentorId, programmeId }: { mentorId: string; programmeId: string | null },
  draft: Draft,
  id: string,
  asked: Asked,
  now: Date,
) {
  const kind: QuestionNotice = "question-asked";
  const me = Prisma.sql`${viewer.memberId}::uuid`;
  const consequences = Prisma.sql`, asked AS (
      INSERT INTO "questions" ("id", "conversationId", "menteeId", "mentorId", "programmeId", "status", "slot", "firstNumber", "askedAt", "dueAt")
      SELECT ${id}::uuid, "conversationId", ${me}, ${mentorId}::uuid, ${programmeId}::uuid, 'waiting', ${asked.slot}::integer, "number",
        ${now}::timestamptz, ${asked.dueAt}::timestamptz
      FROM sent
      RETURNING "id", "conversationId", "programmeId"
    ), told AS MATERIALIZED (
      SELECT 'question:' || "id" || ':asked' AS "key", ${mentorId}::uuid AS "to", 'mentor' AS "role", ${kind}::text AS "kind",
        NULL::uuid AS "proposalId", ${me} AS "aboutId", ${now}::timestamptz AS "at",
        ${TOLD} || jsonb_build_object('expiresAt', ${asked.dueAt.toISOString()}::text) AS "data"
      FROM asked
    ), ${NOTIFIED}, ${mailed(QUESTION_NOTICES)}`;
  const open = between({ menteeId: viewer.memberId, mentorId }, draft.place);
  return write(viewer, open, draft, now, { isTold: false, consequences });
}

/** What a notice needs to know of a question. */
const TOLD = Prisma.sql`jsonb_strip_nulls(jsonb_build_object('conversationId', "conversationId", 'programmeId', "programmeId",
  'programme', (SELECT g."name" FROM "programmes" g WHERE g."id" = "programmeId")))`;

/** A message before there is a relationship, and that it answers the question. */
export function saveMessage(viewer: Viewer, writing: Writing, draft: Draft, now: Date) {
  const consequences = writing.answers
    ? Prisma.sql`, answered AS (
        UPDATE "questions" SET "status" = 'answered', "dueAt" = NULL
        WHERE "id" = ${writing.answers}::uuid AND "status" IN ('waiting', 'unanswered') AND EXISTS (SELECT FROM sent)
      ), dealt_with AS (
        UPDATE "notifications" SET "readAt" = ${now}::timestamptz
        WHERE "key" = 'question:' || ${writing.answers}::text || ':asked' AND "readAt" IS NULL
      )`
    : Prisma.empty;
  return write(viewer, between(writing, draft.place), draft, now, { isTold: true, consequences });
}

function between({ menteeId, mentorId }: { menteeId: string; mentorId: string }, place: string): Prisma.Sql {
  return Prisma.sql`SELECT ${place}::uuid AS "id", ${menteeId}::uuid AS "menteeId", ${mentorId}::uuid AS "mentorId", NULL::uuid AS "proposalId"`;
}

/**
 * Closes the waiting questions that `which` selects, except rows that another transaction has locked. They become `answered` if the two
 * have a relationship by now, `closed` if the mentee has left or has blocked the mentor, and otherwise `unanswered`, which the mentee is
 * told. Returns how many.
 */
export async function closeWaiting(which: Prisma.Sql, now: Date): Promise<number> {
  const kind: QuestionNotice = "question-unanswered";
  const [row] = await db().$queryRaw<{ count: number }[]>`
    WITH held AS MATERIALIZED (
      SELECT q."id" FROM "questions" q WHERE q."status" = 'waiting' AND ${which} FOR UPDATE SKIP LOCKED
    ), closed AS (
      UPDATE "questions" q SET "dueAt" = NULL, "status" = CASE
        WHEN EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = q."menteeId" AND r."mentorId" = q."mentorId" AND r."endedAt" IS NULL)
          THEN 'answered'
        WHEN EXISTS (SELECT FROM "members" m WHERE m."id" = q."menteeId" AND m."status" IN ('deleted', 'suspended'))
          OR EXISTS (SELECT FROM "blocks" b WHERE b."blockerId" = q."menteeId" AND b."blockedId" = q."mentorId") THEN 'closed'
        ELSE 'unanswered' END
      FROM held WHERE q."id" = held."id"
      RETURNING q.*
    ), told AS MATERIALIZED (
      SELECT 'question:' || "id" || ':unanswered' AS "key", "menteeId" AS "to", 'mentee' AS "role", ${kind}::text AS "kind",
        NULL::uuid AS "proposalId", "mentorId" AS "aboutId", ${TOLD} AS "data",
        ${now}::timestamptz AS "at"
      FROM closed WHERE "status" = 'unanswered'
    ), dealt_with AS (
      UPDATE "notifications" n SET "readAt" = ${now}::timestamptz FROM closed
      WHERE n."key" = 'question:' || closed."id" || ':asked' AND n."readAt" IS NULL
    ), ${NOTIFIED}, ${mailed(QUESTION_NOTICES)}
    SELECT count(*)::integer AS "count" FROM closed`;
  return row?.count ?? 0;
}
