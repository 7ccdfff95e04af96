import { ID } from "./id";

const CURSOR = new RegExp(`^([0-9TZ:.-]{20,30})_(${ID})$`);

/** Where a list goes on: after this instant, and at it after this id. Null for what is no cursor, which begins at the top. */
export function readCursor(after: string | undefined): { at: Date; id: string } | null {
  const [, at, id] = CURSOR.exec(after ?? "") ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) return null;
  return { at: new Date(at), id };
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
