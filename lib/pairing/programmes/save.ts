import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns, setColumns } from "@/lib/foundation/db/columns";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { PROGRAMME_NOTICES, type ProgrammeNotice } from "./notices";
import type { CommandType, Decision } from "./programme";
import { PROGRAMME_COLUMNS } from "./row";

const COLUMNS = listColumns(PROGRAMME_COLUMNS);

/**
 * Makes decisions true, in one statement: programmes, guarded by version, the audit trail, and what those who have joined are told. Leaves out what was changed meanwhile or
 * what another sweep holds, and returns the ids of what was saved.
 */
export async function save(decisions: readonly Decision[]): Promise<string[]> {
  if (decisions.length === 0) return [];
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_populate_recordset(NULL::"programmes", ${JSON.stringify(decisions.map(({ programme }) => programme))}::jsonb)
    ), held AS MATERIALIZED (
      SELECT p."id" FROM input i JOIN "programmes" p ON p."id" = i."id" AND p."version" = i."version" - 1
      FOR UPDATE OF p SKIP LOCKED
    ), changed AS (
      UPDATE "programmes" p SET ${setColumns(PROGRAMME_COLUMNS, "i")}
      FROM input i JOIN held h ON h."id" = i."id" WHERE p."id" = i."id"
      RETURNING p."id"
    ), created AS (
      INSERT INTO "programmes" (${COLUMNS}) SELECT ${COLUMNS} FROM input WHERE "version" = 1
      ON CONFLICT DO NOTHING
      RETURNING "id"
    ), saved AS MATERIALIZED (
      SELECT "id" FROM changed UNION ALL SELECT "id" FROM created
    ), audited AS (${auditOf(decisions)}), told AS MATERIALIZED (${toldOf(decisions)}), ${NOTIFIED}, ${mailed(PROGRAMME_NOTICES)}
    SELECT "id" FROM saved`;
  return rows.map(({ id }) => id);
}

function auditOf(decisions: readonly Decision[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT f."at", f."actor", f."actorId", f."fact", f."subject", f."subjectId", f."data"
    FROM jsonb_to_recordset(${JSON.stringify(decisions.flatMap(({ facts }) => facts))}::jsonb) AS f(
      "at" timestamptz, "actor" text, "actorId" uuid, "fact" text, "subject" text, "subjectId" uuid, "data" jsonb)
    JOIN saved ON saved."id" = f."subjectId"`;
}

/** Of what those who have joined hear; that nobody new can join is nothing to them. */
const TOLD: Partial<Record<CommandType, ProgrammeNotice>> = {
  "start-matching": "programme-matching",
  start: "programme-started",
  close: "programme-closed",
};

/** Each member who has joined, once for both roles. */
function toldOf(decisions: readonly Decision[]): Prisma.Sql {
  const moves = decisions.flatMap(({ command, programme: { id, name, version }, facts }) => {
    const kind = TOLD[command];
    return kind ? [{ id, name, version, kind, at: facts[0]?.at }] : [];
  });
  return Prisma.sql`
    SELECT DISTINCT concat('programme:', t."id", ':', t."version", ':', m."memberId") AS "key", m."memberId" AS "to",
      NULL::text AS "role", t."kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
      jsonb_build_object('programmeId', t."id", 'programme', t."name") AS "data", t."at"
    FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS t(
      "id" uuid, "name" text, "version" integer, "kind" text, "at" timestamptz)
    JOIN saved ON saved."id" = t."id"
    JOIN "programme_members" m ON m."programmeId" = t."id" AND m."status" = 'joined'
    JOIN "members" one ON one."id" = m."memberId" AND one."status" = 'active'`;
}
