import { pickColumns } from "@/lib/foundation/columns";
import type { Role } from "@/lib/foundation/viewer";
import type { Condition, ConditionKind } from "./condition";

/** A row of the table readiness_conditions, as the database gives it. */
export interface ConditionRow extends Omit<Condition, "role" | "kind"> {
  role: string;
  kind: string;
}

/** Every column of the table. */
export const CONDITION_COLUMNS = {
  id: true,
  programmeId: true,
  role: true,
  kind: true,
  name: true,
  text: true,
  textNumber: true,
  neededText: true,
  resourceId: true,
  link: true,
  validMonths: true,
  countsAt: true,
  retiredAt: true,
  spreadDueAt: true,
  spreadAfter: true,
  createdAt: true,
  changedAt: true,
  version: true,
} as const satisfies Record<keyof ConditionRow, true>;

export function fromRow(row: ConditionRow): Condition {
  return { ...pickColumns(row, CONDITION_COLUMNS), role: row.role as Role, kind: row.kind as ConditionKind };
}
