import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns, setColumns } from "@/lib/foundation/db/columns";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { audited } from "@/lib/society/audit/audited-sql";
import type { Decision } from "./item";
import { READINESS_NOTICES, type ReadinessMail } from "./notices";
import { ITEM_COLUMNS } from "./row";

const COLUMNS = listColumns(ITEM_COLUMNS);

/** A referee who is asked with the decision; `person` and, of an answer, `words` are sealed. */
export type RefereeChange =
  | {
      type: "ask";
      id: string;
      itemId: string;
      memberId: string;
      person: string;
      condition: string;
      conditionId: string;
      expiresAt: Date;
    }
  | { type: "answer"; id: string; itemId: string; answer: "yes" | "no"; words: string | null };

/**
 * Makes decisions true in one statement, with the audit trail and what people are told. Returns the ids of what was saved; the rest were changed
 * meanwhile, or another sweep holds them.
 */
export async function save(decisions: readonly Decision[], now: Date, referee: RefereeChange | null = null): Promise<string[]> {
  if (decisions.length === 0) return [];
  // In one order, so that two statements never wait for each other's listings.
  const items = decisions.map(({ item }) => item).toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1));
  const told = decisions.flatMap(({ item, notices }) => notices.map((notice) => ({ ...notice, itemId: item.id })));
  const facts = decisions.flatMap((decision) => decision.facts.map((fact) => ({ ...fact, savedId: decision.item.id })));
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_populate_recordset(NULL::"readiness_items", ${JSON.stringify(items)}::jsonb)
    ), held AS MATERIALIZED (
      SELECT r."id" FROM input i JOIN "readiness_items" r ON r."id" = i."id" AND r."version" = i."version" - 1
      ORDER BY r."memberId" FOR UPDATE OF r SKIP LOCKED
    ), changed AS (
      UPDATE "readiness_items" r SET ${setColumns(ITEM_COLUMNS, "i")}
      FROM input i JOIN held h ON h."id" = i."id" WHERE r."id" = i."id"
      RETURNING r."id", r."memberId", r."conditionId"
    ), created AS (
      INSERT INTO "readiness_items" (${COLUMNS}) SELECT ${COLUMNS} FROM input WHERE "version" = 1
      ON CONFLICT DO NOTHING
      RETURNING "id", "memberId", "conditionId"
    ), saved AS MATERIALIZED (
      SELECT * FROM changed UNION ALL SELECT * FROM created
    ), ${audited(facts)}, dealt_with AS (
      UPDATE "notifications" n SET "readAt" = ${now}::timestamptz FROM saved
      WHERE n."memberId" = saved."memberId" AND n."readAt" IS NULL AND n."data" ->> 'conditionId' = saved."conditionId"::text
    ), told AS MATERIALIZED (
      SELECT n."key", n."to", n."role", n."kind", n."proposalId", n."aboutId", n."data", ${now}::timestamptz AS "at"
      FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS n(
        "key" text, "to" uuid, "role" text, "kind" text, "proposalId" uuid, "aboutId" uuid, "data" jsonb, "itemId" uuid)
      JOIN saved ON saved."id" = n."itemId"
    ), ${NOTIFIED}, ${mailed(READINESS_NOTICES)} ${referee ? withReferee(referee, now) : Prisma.empty}
    SELECT "id" FROM saved`;
  return rows.map(({ id }) => id);
}

/** The referee is written down, with the mail to them; or their answer is. */
function withReferee(change: RefereeChange, now: Date): Prisma.Sql {
  if (change.type === "answer")
    return Prisma.sql`, answered AS (
      UPDATE "readiness_referees" SET "answer" = ${change.answer}, "words" = ${change.words}, "answeredAt" = ${now}::timestamptz
      WHERE "id" = ${change.id}::uuid AND EXISTS (SELECT FROM saved WHERE "id" = ${change.itemId}::uuid)
    )`;
  const kind: ReadinessMail = "referee-mail";
  const { id, itemId, memberId, person, condition, conditionId, expiresAt } = change;
  const data = { refereeId: id, answerUntil: expiresAt.toISOString(), round: 1, condition, conditionId };
  return Prisma.sql`, named AS (
      INSERT INTO "readiness_referees" ("id", "itemId", "person", "askedAt", "expiresAt")
      SELECT ${id}::uuid, "id", ${person}, ${now}::timestamptz, ${expiresAt}::timestamptz FROM saved WHERE "id" = ${itemId}::uuid
    ), written AS (
      INSERT INTO "mails" ("key", "memberId", "kind", "aboutId", "data", "createdAt", "status", "nextAttemptAt")
      SELECT ${`readiness:${itemId}:referee:${id}`}, ${memberId}::uuid, ${kind}, ${memberId}::uuid, ${JSON.stringify(data)}::jsonb,
        ${now}::timestamptz, 'waiting', ${now}::timestamptz
      FROM saved WHERE "id" = ${itemId}::uuid
      ON CONFLICT DO NOTHING
    )`;
}
