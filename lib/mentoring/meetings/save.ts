import { db, Prisma } from "@/lib/foundation/db/client";
import { seal } from "@/lib/foundation/sealing/seal";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import type { Decision } from "./meeting";
import { MEETING_NOTICES } from "./notices";

/**
 * Makes decisions true: the meetings, guarded by version, the audit trail, and what people are told, in one statement and
 * so in one step for each meeting. `open` is the condition under which the two can write (openRelationship); null for
 * the clock and the system, which leave out what somebody else holds. What lost its guard is left out with all that
 * belongs to it. Returns the ids that were saved.
 */
export async function save(decisions: readonly Decision[], open: Prisma.Sql | null): Promise<string[]> {
  const saved: string[] = [];
  for (const round of inRounds(decisions)) saved.push(...(await saveRound(round, open)));
  return saved;
}

/** What is told hangs on the relationship, so one statement saves one meeting of each. */
function inRounds(decisions: readonly Decision[]): Decision[][] {
  const rounds: Decision[][] = [];
  const seen = new Map<string, number>();
  for (const decision of decisions) {
    const { relationshipId } = decision.meeting;
    const round = seen.get(relationshipId) ?? 0;
    seen.set(relationshipId, round + 1);
    const before = rounds[round];
    if (before) before.push(decision);
    else rounds.push([decision]);
  }
  return rounds;
}

async function saveRound(decisions: readonly Decision[], open: Prisma.Sql | null): Promise<string[]> {
  const writable = open ?? Prisma.sql`SELECT NULL::uuid AS "id"`;
  const isWritable = open ? Prisma.sql`i."relationshipId" IN (SELECT "id" FROM open)` : Prisma.sql`true`;
  const held = open ? Prisma.empty : Prisma.sql`FOR UPDATE OF m SKIP LOCKED`;
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH open AS MATERIALIZED (
      ${writable}
    ), input AS MATERIALIZED (
      SELECT i.* FROM jsonb_to_recordset(${JSON.stringify(decisions.map(toRow))}::jsonb) AS i(
        "id" uuid, "from" integer, "relationshipId" uuid, "organiserId" uuid, "status" text, "answer" text,
        "startsAt" timestamptz, "endsAt" timestamptz, "method" integer, "words" text, "sendsDetails" boolean,
        "suggestedStartsAt" timestamptz, "suggestedEndsAt" timestamptz, "cancelledBecause" text, "remindAt" timestamptz,
        "isReminded" boolean, "dueAt" timestamptz, "sequence" integer, "createdAt" timestamptz, "movedAt" timestamptz,
        "version" integer)
      WHERE ${isWritable}
    ), held AS MATERIALIZED (
      SELECT m."id" FROM input i JOIN "meetings" m ON m."id" = i."id" AND m."version" = i."from" ${held}
    ), changed AS (
      UPDATE "meetings" m SET "status" = i."status", "answer" = i."answer", "startsAt" = i."startsAt", "endsAt" = i."endsAt",
        "method" = i."method", "words" = coalesce(i."words", m."words"), "sendsDetails" = i."sendsDetails",
        "suggestedStartsAt" = i."suggestedStartsAt", "suggestedEndsAt" = i."suggestedEndsAt",
        "cancelledBecause" = i."cancelledBecause", "remindAt" = i."remindAt", "isReminded" = i."isReminded",
        "dueAt" = i."dueAt", "sequence" = i."sequence", "movedAt" = i."movedAt", "version" = i."version"
      FROM input i JOIN held h ON h."id" = i."id"
      WHERE m."id" = i."id" AND m."version" = i."from"
      RETURNING m."id", m."relationshipId"
    ), created AS (
      INSERT INTO "meetings" ("id", "relationshipId", "organiserId", "status", "answer", "startsAt", "endsAt", "method", "words",
        "sendsDetails", "remindAt", "isReminded", "dueAt", "sequence", "createdAt", "movedAt", "version")
      SELECT "id", "relationshipId", "organiserId", "status", "answer", "startsAt", "endsAt", "method", "words",
        "sendsDetails", "remindAt", "isReminded", "dueAt", "sequence", "createdAt", "movedAt", "version"
      FROM input WHERE "from" = 0
      ON CONFLICT DO NOTHING
      RETURNING "id", "relationshipId"
    ), stored AS MATERIALIZED (
      SELECT * FROM changed UNION ALL SELECT * FROM created
    ), saved AS MATERIALIZED (
      SELECT "relationshipId" AS "id" FROM stored
    ), ${consequencesOf(decisions, MEETING_NOTICES)}
    SELECT "id" FROM stored`;
  return rows.map((row) => row.id);
}

function toRow({ from, meeting, words }: Decision) {
  const { suggestion, menteeId, mentorId, ...row } = meeting;
  return {
    ...row,
    from,
    words: words && seal("meetings.words", meeting.id, JSON.stringify(words)),
    suggestedStartsAt: suggestion?.startsAt ?? null,
    suggestedEndsAt: suggestion?.endsAt ?? null,
  };
}
