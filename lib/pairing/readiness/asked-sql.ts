import { Prisma } from "@/lib/foundation/db/client";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";

/**
 * Whether the condition of the item `i` is asked of its member `m` now: they are here, in the role, and in its programme while that is under
 * way. The society's own scheme asks everybody.
 */
export const IS_ASKED = Prisma.sql`(
  m."status" = 'active' AND CASE i."role" WHEN 'mentor' THEN m."isMentor" ELSE m."isMentee" END
  AND (i."programmeId" = ${SOCIETY_SCHEME}::uuid OR EXISTS (
    SELECT FROM "programme_members" j JOIN "programmes" p ON p."id" = j."programmeId" AND p."status" IN ('open', 'matching', 'running')
    WHERE j."programmeId" = i."programmeId" AND j."memberId" = i."memberId" AND j."role" = i."role" AND j."status" = 'joined')))`;
