import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns, setColumns } from "@/lib/foundation/db/columns";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { COPIED_QUESTIONS } from "@/lib/people/profile-questions/copy-sql";
import { audited } from "@/lib/society/audit/audited-sql";
import { PROGRAMME_NOTICES, type ProgrammeNotice } from "./notices";
import type { CommandType, Decision } from "./programme";
import { PROGRAMME_COLUMNS } from "./row";
import { COPIED_TEXTS } from "./texts/copy-sql";

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
    ), ${COPIED_QUESTIONS}, ${COPIED_TEXTS}, saved AS MATERIALIZED (
      SELECT "id" FROM changed UNION ALL SELECT "id" FROM created
    ), ${audited(decisions.flatMap(({ facts }) => facts))}, told AS MATERIALIZED (${toldOf(decisions)}), ${NOTIFIED}, ${mailed(PROGRAMME_NOTICES)}
    SELECT "id" FROM saved`;
  return rows.map(({ id }) => id);
}

/**
 * Who is told of a step. When joining closes, those whose application is still open; when a programme opens, those who joined the one
 * that it was copied from; otherwise those who have joined.
 */
const TOLD: Partial<Record<CommandType, { kind: ProgrammeNotice; to: "joined" | "applied" | "before" }>> = {
  open: { kind: "programme-opened", to: "before" },
  "close-joining": { kind: "programme-joining-closed", to: "applied" },
  "start-matching": { kind: "programme-matching", to: "joined" },
  start: { kind: "programme-started", to: "joined" },
  close: { kind: "programme-closed", to: "joined" },
};

/** Each member once for both roles; that it has opened once and for all. */
function toldOf(decisions: readonly Decision[]): Prisma.Sql {
  const moves = decisions.flatMap(({ command, programme, facts }) => {
    const { id, name, version, copiedFromId } = programme;
    const told = TOLD[command];
    const of = told?.to === "before" ? copiedFromId : id;
    return told && of ? [{ id, name, occasion: told.to === "before" ? "opened" : version, of, ...told, at: facts[0]?.at }] : [];
  });
  return Prisma.sql`
    SELECT DISTINCT concat('programme:', t."id", ':', t."occasion", ':', m."memberId") AS "key", m."memberId" AS "to",
      NULL::text AS "role", t."kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
      jsonb_build_object('programmeId', t."id", 'programme', t."name") AS "data", t."at"
    FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS t(
      "id" uuid, "name" text, "occasion" text, "of" uuid, "kind" text, "to" text, "at" timestamptz)
    JOIN saved ON saved."id" = t."id"
    JOIN "programme_members" m ON m."programmeId" = t."of" AND m."status" = CASE t."to" WHEN 'applied' THEN 'applied' ELSE 'joined' END
    JOIN "members" one ON one."id" = m."memberId" AND one."status" = 'active'`;
}
