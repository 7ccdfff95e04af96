import { pickColumns } from "@/lib/foundation/columns";
import type { Role } from "@/lib/foundation/viewer";
import type { Joining, Status } from "./joining";

/** A row of the table programme_members, as the database gives it. */
export interface JoiningRow extends Omit<Joining, "role" | "status"> {
  role: string;
  status: string;
}

/** Every column of the table. */
export const JOINING_COLUMNS = {
  programmeId: true,
  memberId: true,
  role: true,
  status: true,
  capacity: true,
  askedAt: true,
  movedAt: true,
  version: true,
} as const satisfies Record<keyof JoiningRow, true>;

export function fromRow(row: JoiningRow): Joining {
  return { ...pickColumns(row, JOINING_COLUMNS), role: row.role as Role, status: row.status as Status };
}
