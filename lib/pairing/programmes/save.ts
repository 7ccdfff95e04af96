import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns, setColumns } from "@/lib/foundation/db/columns";
import type { Decision } from "./programme";
import { PROGRAMME_COLUMNS } from "./row";

const COLUMNS = listColumns(PROGRAMME_COLUMNS);

/**
 * Makes decisions true, in one statement: programmes, guarded by version, and the audit trail. Leaves out what was changed meanwhile or
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
    ), audited AS (${auditOf(decisions)})
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
