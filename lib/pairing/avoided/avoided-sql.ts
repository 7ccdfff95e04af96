/** SQL for the people members would rather not be matched with. */
import { Prisma } from "@/lib/foundation/db/client";

/** Whether neither of the two would rather not be matched with the other: a mentee's Not for me, or the mentor's own list. */
export function wouldMeet(menteeId: Prisma.Sql, mentorId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(NOT EXISTS (
      SELECT FROM "mentor_marks" hiding WHERE hiding."memberId" = ${menteeId} AND hiding."mentorId" = ${mentorId} AND hiding."mark" = 'hidden')
    AND NOT ${isAvoided(menteeId, mentorId)})`;
}

/** Whether the mentor would rather not be matched with the mentee. */
export function isAvoided(menteeId: Prisma.Sql, mentorId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "avoided_mentees" avoiding WHERE avoiding."mentorId" = ${mentorId} AND avoiding."menteeId" = ${menteeId})`;
}
