import { Prisma } from "@/lib/foundation/db/client";

/**
 * Whether mentees may see the mentor whom a query calls m: by name, on their page, and with what it offers, which is Tell me when and Save
 * while they are full or away.
 */
export const TAKES_PART = Prisma.sql`(m."standing" = 'current' AND is_ready(m."id", 'mentor', NULL)
  AND EXISTS (SELECT FROM "mentor_profiles" WHERE "memberId" = m."id"))`;
