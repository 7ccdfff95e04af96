import { Prisma } from "@/lib/foundation/db/client";
import type { Settings } from "@/lib/society/settings/settings";
import { type Rhythm, rhythmEdges } from "./rhythm";

/** `rhythmOf` in SQL, for a row of relationship_rhythms that the query calls b. */
export function rhythm(settings: Settings, now: Date): Prisma.Sql {
  const edge = edgeOf(settings, now);
  return Prisma.sql`(
    SELECT CASE WHEN c."pausedUntil" > ${now}::timestamptz THEN 'paused'
      WHEN greatest(b."lastAt", c."pausedUntil") > ${edge} THEN CASE WHEN b."lastAt" > b."startedAt" THEN 'meeting' ELSE 'starting' END
      -- Two people have one conversation, whatever they wrote it for. What they wrote before they began lies before the edge.
      WHEN (SELECT e."sentAt" FROM "messages" e WHERE e."conversationId" = conversation_of(b."relationshipId")
        ORDER BY e."number" DESC LIMIT 1) > ${edge} THEN 'quiet'
      ELSE 'silent' END
    FROM (VALUES (1)) one LEFT JOIN "check_ins" c ON c."relationshipId" = b."relationshipId")`;
}

/** What of `rhythm` indexes can tell: no row with this state is outside. */
export function mayHaveRhythm(wanted: Rhythm, settings: Settings, now: Date): Prisma.Sql {
  const { first, later } = rhythmEdges(settings, now);
  if (wanted === "paused") return isPausedBeyond(Prisma.sql`${now}::timestamptz`);
  if (wanted === "starting" || wanted === "meeting") {
    const edge = Prisma.sql`${wanted === "starting" ? first : later}::timestamptz`;
    return Prisma.sql`(b."lastAt" > ${edge} OR ${isPausedBeyond(edge)})`;
  }
  return Prisma.sql`b."lastAt" <= greatest(${first}::timestamptz, ${later}::timestamptz)`;
}

/** Since when something must have happened for the two of the row b. */
export function edgeOf(settings: Pick<Settings, "society" | "today">, now: Date): Prisma.Sql {
  const { first, later } = rhythmEdges(settings, now);
  return Prisma.sql`CASE WHEN b."lastAt" > b."startedAt" THEN ${later}::timestamptz ELSE ${first}::timestamptz END`;
}

function isPausedBeyond(edge: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`b."relationshipId" IN (SELECT c."relationshipId" FROM "check_ins" c WHERE c."pausedUntil" > ${edge})`;
}
