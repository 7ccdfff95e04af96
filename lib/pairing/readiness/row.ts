import { pickColumns } from "@/lib/foundation/columns";
import type { Role } from "@/lib/foundation/viewer";
import type { Item, Status } from "./item";

/** A row of the table readiness_items, as the database gives it. */
export interface ItemRow extends Omit<Item, "role" | "status"> {
  role: string;
  status: string;
}

/** Every column of the table. */
export const ITEM_COLUMNS = {
  id: true,
  conditionId: true,
  memberId: true,
  programmeId: true,
  role: true,
  status: true,
  isLacking: true,
  textNumber: true,
  countsAt: true,
  metAt: true,
  expiresAt: true,
  warnedDays: true,
  answerUntil: true,
  words: true,
  note: true,
  movedAt: true,
  dueAt: true,
  version: true,
} as const satisfies Record<keyof ItemRow, true>;

export function fromRow(row: ItemRow): Item {
  return { ...pickColumns(row, ITEM_COLUMNS), role: row.role as Role, status: row.status as Status };
}
