import { db } from "@/lib/foundation/db/client";
import { setColumns } from "@/lib/foundation/db/columns";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import type { Decision } from "./check-in";
import { CHECK_IN_COLUMNS } from "./load";
import { CHECK_IN_NOTICES } from "./notices";

/**
 * Saves decisions in one statement: the cases, guarded by version, the audit trail and the notices. Skips cases that have changed
 * since they were loaded, rows that another transaction has locked, and questions about a relationship that has just ended. Returns
 * the ids that were saved.
 */
export async function save(decisions: readonly Decision[], now: Date): Promise<string[]> {
  if (decisions.length === 0) return [];
  const input = JSON.stringify(decisions.map(({ checkIn }) => checkIn));
  const answered = decisions.flatMap(({ checkIn, answered }) => answered.map((key) => ({ id: checkIn.relationshipId, key })));
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_populate_recordset(NULL::"check_ins", ${input}::jsonb)
    ), held AS MATERIALIZED (
      SELECT c."relationshipId" FROM input i JOIN "check_ins" c ON c."relationshipId" = i."relationshipId"
      JOIN "relationships" r ON r."id" = c."relationshipId"
      WHERE c."version" = i."version" - 1 AND (i."dueAt" IS NULL OR r."endedAt" IS NULL)
      ORDER BY c."relationshipId" FOR UPDATE OF c SKIP LOCKED
    ), saved AS MATERIALIZED (
      UPDATE "check_ins" c SET ${setColumns(CHECK_IN_COLUMNS, "i")}
      FROM input i JOIN held h ON h."relationshipId" = i."relationshipId"
      WHERE c."relationshipId" = i."relationshipId" AND c."version" = i."version" - 1
      RETURNING c."relationshipId" AS "id"
    ), dealt_with AS (
      UPDATE "notifications" n SET "readAt" = ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(answered)}::jsonb) AS a("id" uuid, "key" text) JOIN saved ON saved."id" = a."id"
      WHERE n."key" = a."key" AND n."readAt" IS NULL
    ), ${consequencesOf(decisions, CHECK_IN_NOTICES)}
    SELECT "id" FROM saved`;
  return rows.map(({ id }) => id);
}
