import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { IS_ASKED } from "./asked-sql";
import { CONDITION_COLUMNS, type ConditionRow, fromRow as toCondition } from "./conditions/row";
import type { Circumstances, Item } from "./item";
import { fromRow, ITEM_COLUMNS, type ItemRow } from "./row";

export interface Loaded {
  item: Item;
  circumstances: Circumstances;
}

/** Items with what a decision about each depends on, in one query; retired conditions included. */
export async function loadItems(which: Prisma.Sql): Promise<Loaded[]> {
  const rows = await db().$queryRaw<
    (ItemRow & { condition: JsonCondition; isAsked: boolean; named: number; programme: string | null })[]
  >`
    SELECT ${listColumns(ITEM_COLUMNS, "i")}, to_jsonb(c) AS "condition", ${IS_ASKED} AS "isAsked",
      (SELECT count(*)::integer FROM "readiness_referees" r WHERE r."itemId" = i."id") AS "named",
      (SELECT g."name" FROM "programmes" g WHERE g."id" = i."programmeId" AND g."id" <> ${SOCIETY_SCHEME}::uuid) AS "programme"
    FROM "readiness_items" i JOIN "readiness_conditions" c ON c."id" = i."conditionId" JOIN "members" m ON m."id" = i."memberId"
    WHERE ${which}`;
  return rows.map(({ condition, isAsked, named, programme, ...row }) => ({
    item: fromRow(row),
    circumstances: { condition: readCondition(condition), isAsked, named, programme },
  }));
}

/** One member's, for one condition. */
export async function loadItemOf(memberId: string, conditionId: string): Promise<Loaded | null> {
  const [loaded] = await loadItems(Prisma.sql`i."conditionId" = ${conditionId}::uuid AND i."memberId" = ${memberId}::uuid`);
  return loaded ?? null;
}

/** Those with these ids. */
export function loadItemsById(ids: readonly string[]): Promise<Loaded[]> {
  return loadItems(Prisma.sql`i."id" = ANY(${[...ids]}::uuid[])`);
}

/** A condition that came as JSON, in which instants are text. */
type JsonCondition = { [Name in keyof ConditionRow]: Name extends `${string}At` ? string | null : ConditionRow[Name] };

export function readCondition(row: JsonCondition) {
  const at = (text: string | null) => (text === null ? null : new Date(text));
  const dates = { retiredAt: at(row.retiredAt), spreadDueAt: at(row.spreadDueAt) };
  const always = {
    countsAt: new Date(row.countsAt ?? 0),
    createdAt: new Date(row.createdAt ?? 0),
    changedAt: new Date(row.changedAt ?? 0),
  };
  return toCondition({ ...row, ...dates, ...always });
}

/** A condition as its row has it. */
export async function loadCondition(id: string) {
  const row = await db().readinessCondition.findUnique({ where: { id }, select: CONDITION_COLUMNS });
  return row && toCondition(row);
}
