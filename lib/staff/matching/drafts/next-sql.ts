import { randomUUID } from "node:crypto";
import { Prisma } from "@/lib/foundation/db/client";
import { isAvoided } from "@/lib/pairing/avoided/avoided-sql";
import { MENTEE_ID, MENTOR_ID } from "../candidates-sql";
import { inProposals } from "../waiting-sql";

/** The lowest place of the mentor `l` of the run `r` that no match has. */
export const FREE_PLACE = Prisma.sql`(SELECT min(p) FROM generate_series(1, l."places") p WHERE NOT EXISTS (
  SELECT FROM "matches" t WHERE t."runId" = l."runId" AND t."mentorId" = l."memberId" AND t."place" = p
    AND t."state" IN ('draft', 'publishing', 'published', 'accepted')))`;

/**
 * Drafts the next best mentor with a free place for a mentee who is left over: nobody with whom they had a match in this run, or whom
 * they have asked. Nothing, where there is nobody, where the mentee no longer waits, or where the run is over.
 */
export function draftNextBest(runId: string, menteeId: string, allowed: Prisma.Sql | null, now: Date): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "matches" ("id", "runId", "menteeId", "mentorId", "state", "origin", "place", "score", "wish", "ratherMentors", "ratherMentees", "changedAt")
    SELECT ${randomUUID()}::uuid, r."id", w."memberId", l."memberId", 'draft', 'next', f."place", c."score", c."wish", '{}', '{}', ${now}::timestamptz
    FROM "matching_runs" r JOIN "matching_mentees" w ON w."runId" = r."id"
    CROSS JOIN LATERAL unnest(w."mentors", w."scores") WITH ORDINALITY AS c("n", "score", "wish")
    JOIN "matching_mentors" l ON l."runId" = r."id" AND l."n" = c."n"
    JOIN "mentor_listings" now_listed ON now_listed."memberId" = l."memberId"
    CROSS JOIN LATERAL (SELECT ${FREE_PLACE} AS "place") f
    WHERE r."id" = ${runId}::uuid AND r."status" = 'drafted' AND w."memberId" = ${menteeId}::uuid AND f."place" IS NOT NULL AND ${allowed ?? Prisma.sql`true`}
      AND NOT EXISTS (SELECT FROM "matches" m WHERE m."runId" = r."id" AND m."menteeId" = w."memberId"
        AND (m."mentorId" = l."memberId" OR m."state" IN ('draft', 'publishing', 'published', 'accepted')))
      AND NOT EXISTS (SELECT FROM "proposals" o WHERE o."menteeId" = w."memberId" AND (o."mentorId" = l."memberId"
        OR o."status" = 'sent' AND o."programmeId" IS NOT DISTINCT FROM ${inProposals(Prisma.sql`r."programmeId"`)}))
      AND NOT EXISTS (SELECT FROM "relationships" x WHERE x."menteeId" = w."memberId"
        AND x."endedAt" IS NULL AND x."programmeId" IS NOT DISTINCT FROM ${inProposals(Prisma.sql`r."programmeId"`)})
      AND NOT EXISTS (SELECT FROM "mentor_marks" k WHERE k."memberId" = w."memberId" AND k."mentorId" = l."memberId" AND k."mark" = 'hidden')
      AND NOT are_blocked(w."memberId", l."memberId") AND NOT ${isAvoided(MENTEE_ID, MENTOR_ID)}
    ORDER BY c."wish" LIMIT 1 ON CONFLICT DO NOTHING`;
}
