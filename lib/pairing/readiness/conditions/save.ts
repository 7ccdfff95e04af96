import { db } from "@/lib/foundation/db/client";
import { listColumns, setColumns } from "@/lib/foundation/db/columns";
import { audited } from "@/lib/society/audit/audited-sql";
import type { ConditionDecision } from "./decide";
import { CONDITION_COLUMNS } from "./row";

const COLUMNS = listColumns(CONDITION_COLUMNS);

/** The condition, its wording when it is new, and the audit trail, in one statement. False when it was changed meanwhile. */
export async function saveCondition({ condition, hasNewText, facts }: ConditionDecision): Promise<boolean> {
  const [counted] = await db().$queryRaw<{ count: number }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_populate_record(NULL::"readiness_conditions", ${JSON.stringify(condition)}::jsonb)
    ), changed AS (
      UPDATE "readiness_conditions" c SET ${setColumns(CONDITION_COLUMNS, "i")} FROM input i
      WHERE c."id" = i."id" AND c."version" = i."version" - 1
      RETURNING c."id"
    ), created AS (
      INSERT INTO "readiness_conditions" (${COLUMNS}) SELECT ${COLUMNS} FROM input WHERE "version" = 1
      ON CONFLICT DO NOTHING
      RETURNING "id"
    ), saved AS MATERIALIZED (
      SELECT "id" FROM changed UNION ALL SELECT "id" FROM created
    ), written AS (
      INSERT INTO "readiness_texts" ("conditionId", "number", "text", "writtenAt")
      SELECT s."id", ${condition.textNumber}::integer, ${condition.text}, ${condition.changedAt}::timestamptz FROM saved s WHERE ${hasNewText}
      ON CONFLICT DO NOTHING
    ), ${audited(facts)}
    SELECT count(*)::integer AS "count" FROM saved`;
  return (counted?.count ?? 0) > 0;
}

/** Where the sweep has come to with it; `spreadAfter` null: to the end. */
export async function saveSpread(id: string, spreadAfter: string | null): Promise<void> {
  await db().$executeRaw`
    UPDATE "readiness_conditions" SET "spreadAfter" = ${spreadAfter}::uuid,
      "spreadDueAt" = CASE WHEN ${spreadAfter}::uuid IS NOT NULL THEN "spreadDueAt" END
    WHERE "id" = ${id}::uuid`;
}

/** A retired condition holds nobody back, and nothing about it is due. Up to `limit` members; returns how many. */
export async function letOff(conditionId: string, limit: number): Promise<number> {
  return db().$executeRaw`
    UPDATE "readiness_items" SET "isLacking" = false, "dueAt" = NULL, "version" = "version" + 1 WHERE "id" IN (
      SELECT "id" FROM "readiness_items" WHERE "conditionId" = ${conditionId}::uuid AND ("isLacking" OR "dueAt" IS NOT NULL)
      ORDER BY "memberId" LIMIT ${limit} FOR UPDATE SKIP LOCKED)`;
}
