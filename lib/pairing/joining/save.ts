import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns, setColumns } from "@/lib/foundation/db/columns";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { audited } from "@/lib/society/audit/audited-sql";
import type { Decision } from "./joining";
import { JOINING_NOTICES } from "./notices";
import { JOINING_COLUMNS } from "./row";

const COLUMNS = listColumns(JOINING_COLUMNS);
/** A joining is found by its programme, its member and its role. */
const IS_SAVED = Prisma.sql`saved."programmeId" = f."savedId" AND saved."memberId" = f."subjectId" AND saved."role" = f."data" ->> 'role'`;

/**
 * Makes decisions true in one statement, with the audit trail and what people are told, and with the answers of somebody who joins.
 * Returns how many; the rest were changed meanwhile.
 */
export async function save(decisions: readonly Decision[], answered: Prisma.Sql | null = null): Promise<number> {
  const told = decisions.flatMap(({ facts, notices }) => notices.map((notice) => ({ ...notice, at: facts[0]?.at })));
  const lines = decisions.flatMap(({ joining, facts }) => facts.map((fact) => ({ ...fact, savedId: joining.programmeId })));
  const [counted] = await db().$queryRaw<{ count: number }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_populate_recordset(NULL::"programme_members", ${JSON.stringify(decisions.map(({ joining }) => joining))}::jsonb)
    ), changed AS (
      UPDATE "programme_members" p SET ${setColumns(JOINING_COLUMNS, "i")} FROM input i
      WHERE p."programmeId" = i."programmeId" AND p."memberId" = i."memberId" AND p."role" = i."role" AND p."version" = i."version" - 1
      RETURNING p."programmeId", p."memberId", p."role"
    ), created AS (
      INSERT INTO "programme_members" (${COLUMNS}) SELECT ${COLUMNS} FROM input WHERE "version" = 1
      ON CONFLICT DO NOTHING
      RETURNING "programmeId", "memberId", "role"
    ), saved AS MATERIALIZED (
      SELECT * FROM changed UNION ALL SELECT * FROM created
    ), ${audited(lines, IS_SAVED)}, told AS MATERIALIZED (
      SELECT n."key", n."to", n."role", n."kind", n."proposalId", n."aboutId", n."data", n."at"
      FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS n(
        "key" text, "to" uuid, "role" text, "kind" text, "proposalId" uuid, "aboutId" uuid, "data" jsonb, "at" timestamptz)
      JOIN saved s ON s."programmeId" = (n."data" ->> 'programmeId')::uuid AND s."memberId" = n."to" AND s."role" = n."role"
    ), ${NOTIFIED}, ${mailed(JOINING_NOTICES)}${answered ? Prisma.sql`, ${answered}` : Prisma.empty}
    SELECT count(*)::integer AS "count" FROM saved`;
  return counted?.count ?? 0;
}
