import { Prisma } from "@/lib/foundation/db/client";
import type { Settings } from "@/lib/society/settings/settings";
import { type Rhythm, rhythmEdges } from "./rhythm";

/** `rhythmOf` in SQL, for a row of relationship_rhythms that the query calls b. */
export function rhythm(settings: Settings, now: Date): Prisma.Sql {
  const { first, later } = rhythmEdges(settings, now);
  const edge = Prisma.sql`CASE WHEN b."lastAt" > b."startedAt" THEN ${later}::timestamptz ELSE ${first}::timestamptz END`;
  return Prisma.sql`
    CASE WHEN b."lastAt" > ${edge} THEN CASE WHEN b."lastAt" > b."startedAt" THEN 'meeting' ELSE 'starting' END
      WHEN (SELECT e."sentAt" FROM "messages" e WHERE e."relationshipId" = b."relationshipId" ORDER BY e."number" DESC LIMIT 1)
        > ${edge} THEN 'quiet'
      ELSE 'silent' END`;
}

/** What of `rhythm` the index on "lastAt" can tell: no row with this state is outside. */
export function mayHaveRhythm(wanted: Rhythm, settings: Settings, now: Date): Prisma.Sql {
  const { first, later } = rhythmEdges(settings, now);
  if (wanted === "starting") return Prisma.sql`b."lastAt" > ${first}::timestamptz`;
  if (wanted === "meeting") return Prisma.sql`b."lastAt" > ${later}::timestamptz`;
  return Prisma.sql`b."lastAt" <= greatest(${first}::timestamptz, ${later}::timestamptz)`;
}
