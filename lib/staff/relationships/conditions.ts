import { addDays } from "@/lib/foundation/dates";
import { Prisma } from "@/lib/foundation/db/client";
import { ID } from "@/lib/foundation/id";
import type { ProposalFilter } from "./input";

/** How many rows a page of a list has. */
export const PAGE_SIZE = 25;

const CURSOR = new RegExp(`^([0-9TZ:.-]{20,30})_(${ID})$`);

/** Where a list goes on: after this instant, and at it after this id. */
export function readCursor(after: string | undefined): { at: Date; id: string } | null {
  const [, at, id] = CURSOR.exec(after ?? "") ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) return null;
  return { at: new Date(at), id };
}

/** The cursor of a page's last row; null when there is no page after it. */
export function cursorAfter<Row extends { id: string }>(rows: readonly Row[], at: (row: Row) => Date): string | null {
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return last ? `${at(last).toISOString()}_${last.id}` : null;
}

/** Conditions on the instant at which something began. */
export function ageCondition(column: Prisma.Sql, age: ProposalFilter["age"], timeZone: string, now: Date): Prisma.Sql {
  if (!age) return Prisma.sql`true`;
  const [side, days] = age.split("-");
  const edge = addDays(now, -Number(days), timeZone);
  return side === "newer" ? Prisma.sql`${column} >= ${edge}::timestamptz` : Prisma.sql`${column} < ${edge}::timestamptz`;
}

/** A topic that no more proposals than this have is looked up by itself; a common one is found on the way through the list. */
export const RARE_UP_TO = 5000;

/** Both versions of a pair, of whose movements a letter must not be ignorant; the query calls them p and r. */
export const SEEN = Prisma.sql`concat(p."version", '.', coalesce(r."version", 0))`;

/** The words of a name as the index finds them, each by its beginning; null when there is none in what was typed. */
export function nameQuery(typed: string): string | null {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words ? words.map((word) => `${word}:*`).join(" & ") : null;
}
