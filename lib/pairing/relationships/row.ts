import type { Role } from "@/lib/foundation/viewer";
import type { Asked, EndedBecause, Relationship } from "./relationship";

/** A row of the table relationships, as the database gives it. */
interface Row extends Omit<Relationship, "endedBecause" | "extensionAskedBy" | "asked"> {
  endedBecause: string | null;
  extensionAskedBy: string | null;
  asked: string | null;
}

/** The columns that a decision depends on or changes: what is read and what is saved derive from this list. */
export const RELATIONSHIP_COLUMNS = {
  id: true,
  menteeId: true,
  mentorId: true,
  startedAt: true,
  agreedUntil: true,
  endedAt: true,
  endedBecause: true,
  endReason: true,
  isReasonShared: true,
  firstConversationAt: true,
  extensionMonths: true,
  extensionAskedBy: true,
  asked: true,
  dueAt: true,
  version: true,
} as const satisfies Record<keyof Row, true>;

export function fromRow(row: Row): Relationship {
  return {
    ...row,
    endedBecause: row.endedBecause as EndedBecause | null,
    extensionAskedBy: row.extensionAskedBy as Role | null,
    asked: row.asked as Asked | null,
  };
}
