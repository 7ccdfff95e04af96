import { Prisma } from "@/lib/foundation/db/client";

/**
 * Whether the mentor of the listing `l` can be found in a programme by this mentee: both have joined it, and the mentor has a place left of
 * those that they offer in it. A subquery of its own, read once for all.
 */
export function isInProgramme(programmeId: string, menteeId: string): Prisma.Sql {
  const joined = (role: string) =>
    Prisma.sql`j."programmeId" = ${programmeId}::uuid AND j."role" = ${role} AND j."status" = 'joined'`;
  return Prisma.sql`(
    EXISTS (SELECT FROM "programme_members" j WHERE ${joined("mentee")} AND j."memberId" = ${menteeId}::uuid)
    AND l."memberId" IN (
      SELECT j."memberId" FROM "programme_members" j WHERE ${joined("mentor")} AND (j."capacity" IS NULL OR j."capacity" > (
        SELECT count(*) FROM "relationships" r JOIN "proposals" o ON o."id" = r."id"
        WHERE r."mentorId" = j."memberId" AND r."endedAt" IS NULL AND o."programmeId" = j."programmeId"))))`;
}
