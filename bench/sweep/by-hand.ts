import { withClient } from "../client";
import { NOW } from "./backlog";

/**
 * Everything that a sweep does to proposals, as somebody would write it who has one evening, one database and no rules to keep: one
 * statement for the whole backlog. Returns the seconds it took.
 */
export function sweepByHand(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const before = performance.now();
    await client.query(STATEMENT, [NOW]);
    return (performance.now() - before) / 1000;
  });
}

const STATEMENT = `
  WITH due AS (
    SELECT "id", "expiresAt" <= $1 AS "isOver",
      (SELECT max("day") FROM unnest("remindDays", "remindAt") AS r("day", "at") WHERE "at" <= $1) AS "day"
    FROM "proposals" WHERE "dueAt" <= $1
  ), moved AS (
    UPDATE "proposals" p SET "version" = p."version" + 1,
      "status" = CASE WHEN d."isOver" THEN 'expired' ELSE 'sent' END,
      "movedAt" = CASE WHEN d."isOver" THEN p."expiresAt" ELSE p."movedAt" END,
      "remindedDay" = CASE WHEN d."isOver" THEN p."remindedDay" ELSE d."day" END,
      "dueAt" = CASE WHEN NOT d."isOver" THEN coalesce(
        (SELECT min("at") FROM unnest(p."remindDays", p."remindAt") AS r("day", "at") WHERE r."day" > d."day"), p."expiresAt") END
    FROM due d WHERE d."id" = p."id"
    RETURNING p."id", p."menteeId", p."mentorId", p."round", p."expireDay", p."expiresAt", d."isOver", d."day"
  ), audited AS (
    INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "subjectId", "data")
    SELECT $1, 'clock', CASE WHEN "isOver" THEN 'expired' ELSE 'reminded' END, 'proposal', "id",
      CASE WHEN "isOver" THEN jsonb_build_object('round', "round") ELSE jsonb_build_object('round', "round", 'day', "day") END
    FROM moved
  ), told AS (
    SELECT 'proposal:' || "id" || ':' || "round" || ':expired-mentee' AS "key", "menteeId" AS "to", 'mentee' AS "role",
      'proposal-expired-mentee' AS "kind", "id", "mentorId" AS "about", jsonb_build_object('day', "expireDay") AS "data"
    FROM moved WHERE "isOver"
    UNION ALL
    SELECT 'proposal:' || "id" || ':' || "round" || ':expired-mentor', "mentorId", 'mentor',
      'proposal-expired-mentor', "id", "menteeId", jsonb_build_object('day', "expireDay")
    FROM moved WHERE "isOver"
    UNION ALL
    SELECT 'proposal:' || "id" || ':' || "round" || ':reminder:' || "day", "mentorId", 'mentor', 'proposal-reminder', "id", "menteeId",
      jsonb_build_object('day', "day", 'expiresAt', to_char("expiresAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    FROM moved WHERE NOT "isOver"
  ), notified AS (
    INSERT INTO "notifications" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt")
    SELECT "key", "to", "role", "kind", "id", "about", "data", $1 FROM told
  )
  INSERT INTO "mails" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt", "nextAttemptAt")
  SELECT "key", "to", "role", "kind", "id", "about", "data", $1, $1 FROM told`;
