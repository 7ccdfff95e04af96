import { Prisma } from "@/lib/foundation/db/client";

/**
 * isStillOn (meeting.ts) for the table "meetings" under this alias. The trigger that keeps "relationship_rhythms" counts by the
 * same rule, in last_together().
 */
export function stillOn(alias: "m" | "n" | "t"): Prisma.Sql {
  return Prisma.raw(`(${alias}."status" = 'planned' AND ${alias}."answer" <> 'declined')`);
}
