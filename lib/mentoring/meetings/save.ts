import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns, setColumns } from "@/lib/foundation/db/columns";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import { MEETING_COLUMNS } from "./load";
import type { Decision } from "./meeting";
import { MEETING_NOTICES } from "./notices";

const COLUMNS = listColumns(MEETING_COLUMNS);
/** Words that are not saved again stay as they are. */
const { words: _, ...CHANGING } = MEETING_COLUMNS;

/**
 * Saves decisions: the meetings, guarded by version, the audit lines and the notices, in one statement. `open` is the
 * condition under which the two can write (openRelationship); null for the sweep and the system, which skip rows that
 * somebody else holds. A meeting that has changed meanwhile is left out with all that belongs to it. Returns the ids that
 * were saved.
 */
export async function save(decisions: readonly Decision[], open: Prisma.Sql | null): Promise<string[]> {
  const saved: string[] = [];
  for (const round of inRounds(decisions)) saved.push(...(await saveRound(round, open)));
  return saved;
}

/** Notices belong to the relationship, so one statement saves one meeting of each. */
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
      SELECT i.* FROM jsonb_populate_recordset(NULL::"meetings", ${JSON.stringify(decisions.map(toRow))}::jsonb) i
      WHERE ${isWritable}
    ), held AS MATERIALIZED (
      SELECT m."id" FROM input i JOIN "meetings" m ON m."id" = i."id" AND m."version" = i."version" - 1 ${held}
    ), changed AS (
      UPDATE "meetings" m SET ${setColumns(CHANGING, "i")}, "words" = coalesce(i."words", m."words")
      FROM input i JOIN held h ON h."id" = i."id"
      WHERE m."id" = i."id" AND m."version" = i."version" - 1
      RETURNING m."id", m."relationshipId"
    ), created AS (
      INSERT INTO "meetings" (${COLUMNS}) SELECT ${COLUMNS} FROM input WHERE "version" = 1
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

function toRow({ meeting, words }: Decision) {
  const { suggestion, menteeId, mentorId, ...row } = meeting;
  return {
    ...row,
    words: words && seal("meetings.words", meeting.id, JSON.stringify(words)),
    suggestedStartsAt: suggestion?.startsAt ?? null,
    suggestedEndsAt: suggestion?.endsAt ?? null,
  };
}
