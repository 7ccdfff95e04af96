import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { type MarkedMentor, MOST_MARKED } from "./saved";

/** The mentee's two lists, newest first. Somebody who is no longer a mentor here is left out. */
export async function findMarked({ memberId }: Viewer): Promise<MarkedMentor[]> {
  return db().$queryRaw<MarkedMentor[]>`
    SELECT m."id" AS "memberId", m."name", i."picture", k."mark", p."headline", p."capacity",
      l."memberId" IS NOT NULL AS "isListed", taken."count" < p."capacity" AS "hasPlace",
      greatest(0, p."capacity" - taken."count") AS "placesFree",
      CASE WHEN NOT p."isAvailable" THEN p."availableAgainAt" END AS "availableAgainAt"
    FROM "mentor_marks" k
    JOIN "members" m ON m."id" = k."mentorId" AND m."isMentor" AND m."status" = 'active'
    JOIN "mentor_profiles" p ON p."memberId" = m."id"
    LEFT JOIN "mentor_listings" l ON l."memberId" = m."id"
    LEFT JOIN "pictures" i ON i."memberId" = m."id"
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS "count" FROM "relationships" r WHERE r."mentorId" = m."id" AND r."endedAt" IS NULL
    ) taken
    WHERE k."memberId" = ${memberId}::uuid AND NOT are_blocked(${memberId}::uuid, m."id")
    ORDER BY k."at" DESC, m."id" LIMIT ${2 * MOST_MARKED}`;
}
