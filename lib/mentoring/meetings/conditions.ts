import { Prisma } from "@/lib/foundation/db/client";

/**
 * isStillOn (meeting.ts) for the table "meetings" under this alias. An invitation that has no answer yet is still on; the trigger
 * that keeps "relationship_rhythms" is stricter: in last_together() only a meeting that was accepted or held counts.
 */
export function stillOn(alias: "m" | "n" | "t"): Prisma.Sql {
  return Prisma.raw(`(${alias}."status" = 'planned' AND ${alias}."answer" <> 'declined')`);
}
