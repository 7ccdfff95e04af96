import { addDays } from "@/lib/foundation/dates";
import { Prisma } from "@/lib/foundation/db/client";
import { ID } from "@/lib/foundation/id";
import type { ProposalFilter } from "./input";

/** Rows on one page of a list. */
export const PAGE_SIZE = 25;

const CURSOR = new RegExp(`^([0-9TZ:.-]{20,30})_(${ID})$`);

/** A cursor: the list continues after this instant, and for the same instant after this id. */
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

/** A topic with at most this many proposals is looked up by its index; for a common one we filter while walking the list. */
export const RARE_UP_TO = 5000;

/** The versions of the proposal (p) and the relationship (r), so that a letter is refused if either has changed. */
export const SEEN = Prisma.sql`concat(p."version", '.', coalesce(r."version", 0))`;

/** The typed name as prefixes for the word index; null if it contains no words. */
export function nameQuery(typed: string): string | null {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words ? words.map((word) => `${word}:*`).join(" & ") : null;
}
