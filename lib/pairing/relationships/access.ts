import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { Relationship } from "./relationship";

/**
 * Whether the two can still write: the date decides, not the sweep, so from the agreed end on a relationship is read-only
 * whether or not it has been recorded as completed.
 */
export function isOpen({ endedAt, agreedUntil }: Pick<Relationship, "endedAt" | "agreedUntil">, now: Date): boolean {
  return endedAt === null && now < agreedUntil;
}

/**
 * Which of the two the viewer is, of a proposal too; null for everybody else, for whom it does not exist. Queries and commands
 * ask the same in SQL: isPartner in access-sql.ts.
 */
export function partOf(
  { memberId }: Pick<Viewer, "memberId">,
  { menteeId, mentorId }: Pick<Relationship, "menteeId" | "mentorId">,
): Role | null {
  if (memberId === menteeId) return "mentee";
  return memberId === mentorId ? "mentor" : null;
}
