import type { Relationship } from "./relationship";

/**
 * Whether the two can still write: the date decides, not the sweep, so from the agreed end on a relationship is read-only
 * whether or not it has been recorded as completed.
 */
export function isOpen({ endedAt, agreedUntil }: Pick<Relationship, "endedAt" | "agreedUntil">, now: Date): boolean {
  return endedAt === null && now < agreedUntil;
}
