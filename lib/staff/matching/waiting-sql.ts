/** Who waits in a programme, and the places that are free in it: pieces of SQL, so that a page counts as a run does. */
import { Prisma } from "@/lib/foundation/db/client";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";

/** The programme as proposals and relationships name it: the society's own scheme is none. */
export function inProposals(programmeId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`nullif(${programmeId}, ${SOCIETY_SCHEME}::uuid)`;
}

/**
 * Mentees with a profile who are in the programme and ready for it, and have neither a mentor in it nor a proposal that waits for an answer: whoever waits
 * for an answer is not matched with somebody else meanwhile. ("memberId", "since", and their wishes.)
 */
export function waitingMentees(programme: Prisma.Sql, now: Date): Prisma.Sql {
  const here = inProposals(programme);
  return Prisma.sql`
    SELECT m."id" AS "memberId", id_mask(w."topics") AS "topics", id_mask(w."methods") AS "methods",
      id_mask(w."languages") AS "languages", w."sector", w."region",
      greatest(coalesce(j."askedAt", f."profiledAt", m."createdAt"), (
        SELECT max(r."endedAt") FROM "relationships" r
        WHERE r."menteeId" = m."id" AND r."programmeId" IS NOT DISTINCT FROM ${here})) AS "since"
    FROM "members" m JOIN "mentee_profiles" w ON w."memberId" = m."id"
    LEFT JOIN "first_steps" f ON f."memberId" = m."id"
    LEFT JOIN "programme_members" j ON j."programmeId" = ${here} AND j."memberId" = m."id" AND j."role" = 'mentee' AND j."status" = 'joined'
    WHERE m."isMentee" AND m."status" = 'active' AND m."standing" = 'current' AND (${here} IS NULL OR j."memberId" IS NOT NULL)
      AND is_ready(m."id", 'mentee', ${programme})
      AND NOT EXISTS (SELECT FROM "relationships" r
        WHERE r."menteeId" = m."id" AND r."endedAt" IS NULL AND r."programmeId" IS NOT DISTINCT FROM ${here})
      AND NOT EXISTS (SELECT FROM "proposals" o WHERE o."menteeId" = m."id" AND o."status" = 'sent'
        AND o."expiresAt" > ${now}::timestamptz AND o."programmeId" IS NOT DISTINCT FROM ${here})`;
}

/**
 * Mentors in the programme who can be found now and have a place left: of those that they offer, in all and here, without the places for
 * which somebody's proposal waits already. ("memberId", "places", and their offer.)
 */
export function freeMentors(programme: Prisma.Sql, now: Date): Prisma.Sql {
  const here = inProposals(programme);
  return Prisma.sql`
    SELECT * FROM (
      SELECT l."memberId", l."topics", l."methods", l."languages", l."sector", l."region", l."answerHours", l."calm",
        least(l."placesFree", j."capacity" - (
          SELECT count(*)::integer FROM "relationships" r
          WHERE r."mentorId" = l."memberId" AND r."endedAt" IS NULL AND r."programmeId" = ${here}))
        - (SELECT count(*)::integer FROM "proposals" o WHERE o."mentorId" = l."memberId" AND o."status" = 'sent'
          AND o."expiresAt" > ${now}::timestamptz) AS "places"
      FROM "mentor_listings" l
      LEFT JOIN "programme_members" j ON j."programmeId" = ${here} AND j."memberId" = l."memberId" AND j."role" = 'mentor' AND j."status" = 'joined'
      WHERE (${here} IS NULL OR j."memberId" IS NOT NULL) AND is_ready(l."memberId", 'mentor', ${programme})
    ) AS mentors WHERE "places" > 0`;
}
