import { isId } from "./id";

/** An instant and what follows it; no control character, which the database would refuse. */
const CURSOR = /^([0-9TZ:.-]{20,30})_(\P{Cc}{1,500})$/u;

/** Where a list goes on: after this instant, and at it after this id. Null for what is no cursor, which begins at the top. */
export function readCursor(after: string | null | undefined): { at: Date; id: string } | null {
  const cursor = readKeyCursor(after);
  return cursor && isId(cursor.key) ? { at: cursor.at, id: cursor.key } : null;
}

/** The same where the rows of one instant are in the order of a key of any kind. */
export function readKeyCursor(after: string | null | undefined): { at: Date; key: string } | null {
  const [, text = "", key] = CURSOR.exec(after ?? "") ?? [];
  const at = readInstant(text);
  return at && key !== undefined ? { at, key } : null;
}

/** An instant that somebody sends; null for none, and outside of the years 1 to 9999, which are written as the database does not read them. */
export function readInstant(text: string): Date | null {
  const at = new Date(text);
  const year = at.getUTCFullYear();
  return year >= 1 && year <= 9999 ? at : null;
}

/** The cursor after a page of so many rows, of which one more was read; null when there is no page after it. */
export function cursorAfter<Row extends { id: string }>(
  rows: readonly Row[],
  pageSize: number,
  at: (row: Row) => Date,
): string | null {
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return last ? `${at(last).toISOString()}_${last.id}` : null;
}

/** The same for rows of one instant in the order of a key. */
export function keyCursorAfter(rows: readonly { createdAt: Date; key: string }[], pageSize: number): string | null {
  const keyed = rows.map(({ createdAt, key }) => ({ createdAt, id: key }));
  return cursorAfter(keyed, pageSize, ({ createdAt }) => createdAt);
}
