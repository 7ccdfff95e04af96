import { db } from "@/lib/db/client";
import type { Decision } from "./relationship";

/**
 * Makes decisions true, in one statement and so in one step: the relationships, guarded by version, the audit trail, and
 * what people are to be told. Leaves out what was changed meanwhile or is held by somebody else, with all that belongs to
 * it. Returns the ids that were saved.
 */
export async function save(decisions: readonly Decision[]): Promise<string[]> {
  if (decisions.length === 0) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(decisions.map(toRow))}::jsonb) AS i(
        "id" uuid, "from" integer, "endedAt" timestamptz, "endedBecause" text, "version" integer)
    ), saved AS MATERIALIZED (
      UPDATE "relationships" r SET "endedAt" = i."endedAt", "endedBecause" = i."endedBecause", "version" = i."version"
      FROM input i WHERE r."id" = i."id" AND r."version" = i."from"
      RETURNING r."id"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT f."at", f."actor", f."actorId", f."fact", f."subject", f."subjectId", f."data"
      FROM jsonb_to_recordset(${JSON.stringify(decisions.flatMap((decision) => decision.facts))}::jsonb) AS f(
        "at" timestamptz, "actor" text, "actorId" uuid, "fact" text, "subject" text, "subjectId" uuid, "data" jsonb)
      JOIN saved ON saved."id" = f."subjectId"
    ), told AS MATERIALIZED (
      SELECT n.* FROM jsonb_to_recordset(${JSON.stringify(decisions.flatMap(toNotices))}::jsonb) AS n(
        "key" text, "to" uuid, "role" text, "kind" text, "proposalId" uuid, "aboutId" uuid, "data" jsonb, "at" timestamptz)
      JOIN saved ON saved."id" = n."proposalId"
    ), notified AS (
      INSERT INTO "notifications" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt")
      SELECT "key", "to", "role", "kind", "proposalId", "aboutId", "data", "at" FROM told
      ON CONFLICT DO NOTHING
    ), mailed AS (
      INSERT INTO "mails" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt", "nextAttemptAt")
      SELECT "key", "to", "role", "kind", "proposalId", "aboutId", "data", "at", "at" FROM told
      ON CONFLICT DO NOTHING
    )
    SELECT "id" FROM saved`;
  return rows.map((row) => row.id);
}

function toRow({ from, relationship: { id, endedAt, endedBecause, version } }: Decision) {
  return { id, from, endedAt, endedBecause, version };
}

function toNotices({ facts, notices }: Decision) {
  return notices.map((notice) => ({ ...notice, at: facts[0]?.at }));
}
