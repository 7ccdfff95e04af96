import { Prisma } from "@/lib/foundation/db/client";
import { ASK_DAYS } from "./deadlines";

/**
 * isStillOn (meeting.ts) for the table "meetings" under this alias. An invitation that has no answer yet is still on; the trigger
 * that keeps "relationship_rhythms" is stricter: in last_together() only a meeting that was accepted or held counts.
 */
export function stillOn(alias: "m" | "n" | "t"): Prisma.Sql {
  return Prisma.raw(`(${alias}."status" = 'planned' AND ${alias}."answer" <> 'declined')`);
}

/** Whether we ask the two if the meeting m took place: it was agreed on, and has been over for a few weeks at most. */
export function isAskedAbout(now: Date): Prisma.Sql {
  return Prisma.sql`(m."status" = 'planned' AND m."answer" = 'accepted' AND m."endsAt" <= ${now}::timestamptz
    AND m."endsAt" > ${now}::timestamptz - make_interval(days => ${ASK_DAYS}::integer))`;
}
