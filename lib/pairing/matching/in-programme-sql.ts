import { Prisma } from "@/lib/foundation/db/client";
import { hasJoined, isInProgramme, isOfferedIn } from "@/lib/pairing/joining/members-sql";
import { FEW } from "./by-words";
import type { Ranking } from "./order-sql";

/** Whether so many mentors have joined a programme (null: false) that reading all of them takes longer than going through the list until the page is full. */
export function hasManyMentors(programmeId: string | null): Prisma.Sql {
  if (programmeId === null) return Prisma.sql`false`;
  return Prisma.sql`(SELECT count(*) FROM (
    SELECT FROM "programme_members" j WHERE j."programmeId" = ${programmeId}::uuid AND j."role" = 'mentor' AND j."status" = 'joined'
    LIMIT ${FEW + 1}) AS joined) > ${FEW}`;
}

/**
 * Whom a mentee can be shown in a programme (null: the society's own scheme, where that is everybody in the list), as isInProgramme says
 * it. The result is the same either way; `hasMany` decides by which way it is found.
 */
export function thoseIn(programmeId: string | null, menteeId: string, hasMany: boolean): Pick<Ranking, "only" | "ofEach"> {
  if (programmeId === null) return { only: Prisma.sql`true` };
  if (!hasMany) return { only: isInProgramme(programmeId, menteeId) };
  const programme = Prisma.sql`${programmeId}::uuid`;
  return {
    only: hasJoined(programme, Prisma.sql`${menteeId}::uuid`),
    // A CASE is asked of each; the planner would make a join of EXISTS alone, which does not keep their order.
    ofEach: (mentorId) => Prisma.sql`CASE WHEN ${isOfferedIn(programme, mentorId)} THEN true ELSE false END`,
  };
}
