import { Prisma } from "@/lib/foundation/db/client";

/** Between whom, and the proposal in hand or the programme in which one would be sent. */
export interface Between {
  menteeId: string;
  mentorId: string;
  proposalId: string | null;
  programmeId: string | null;
}

/** What the statement below says of the two. */
export interface Standing {
  menteeIsActive: boolean;
  mentorIsActive: boolean;
  menteeHasProfile: boolean;
  isAvailable: boolean;
  capacity: number;
  mentorPlaces: number[];
  menteePlaces: number[];
  takenSlots: number[];
  hasOtherOpenProposal: boolean;
  arePartners: boolean;
  areBlocked: boolean;
  programme: Record<string, unknown> | null;
  openHere: number;
  mentorsHere: number;
  menteesHere: number;
  places: number | null;
  shared: string[];
}

/** What a decision about these two depends on, as one row: in general, and in the programme alone. */
export function selectStanding({ menteeId, mentorId, proposalId, programmeId }: Between, now: Date): Prisma.Sql {
  const isOpen = Prisma.sql`"status" = 'sent' AND "expiresAt" > ${now} AND "id" IS DISTINCT FROM ${proposalId}::uuid`;
  const here = Prisma.sql`programme."id"`;
  return Prisma.sql`
    SELECT
      mentee."status" = 'active' AND mentee."standing" = 'current' AND mentee."isMentee" AS "menteeIsActive",
      mentor."status" = 'active' AND mentor."standing" = 'current' AND mentor."isMentor" AS "mentorIsActive",
      EXISTS(SELECT FROM "mentee_profiles" wish WHERE wish."memberId" = mentee."id") AS "menteeHasProfile",
      coalesce(profile."isAvailable" OR profile."availableAgainAt" <= ${now}, false) AS "isAvailable",
      coalesce(profile."capacity", 0) AS "capacity",
      ARRAY(SELECT "mentorPlace" FROM "relationships" WHERE "mentorId" = mentor."id" AND "endedAt" IS NULL) AS "mentorPlaces",
      ARRAY(SELECT "menteePlace" FROM "relationships" WHERE "menteeId" = mentee."id" AND "endedAt" IS NULL) AS "menteePlaces",
      ARRAY(SELECT "slot" FROM "proposals" WHERE "menteeId" = mentee."id" AND ${isOpen}) AS "takenSlots",
      EXISTS(SELECT FROM "proposals" WHERE "menteeId" = mentee."id" AND "mentorId" = mentor."id" AND ${isOpen})
        AS "hasOtherOpenProposal",
      EXISTS(SELECT FROM "relationships" WHERE "menteeId" = mentee."id" AND "mentorId" = mentor."id" AND "endedAt" IS NULL)
        AS "arePartners",
      are_blocked(mentee."id", mentor."id") AS "areBlocked",
      to_jsonb(programme) AS "programme",
      (SELECT count(*)::integer FROM "proposals" WHERE "menteeId" = mentee."id" AND ${isOpen}
        AND "programmeId" IS NOT DISTINCT FROM ${here}) AS "openHere",
      (${countInProgramme("menteeId", Prisma.sql`mentee."id"`, here)}) AS "mentorsHere",
      (${countInProgramme("mentorId", Prisma.sql`mentor."id"`, here)}) AS "menteesHere",
      (SELECT "capacity" FROM "programme_members" WHERE "programmeId" = ${here} AND "memberId" = mentor."id" AND "role" = 'mentor')
        AS "places",
      ARRAY(SELECT one."programmeId" FROM "programme_members" one JOIN "programme_members" other USING ("programmeId")
        WHERE one."memberId" = mentee."id" AND one."role" = 'mentee' AND one."status" = 'joined'
          AND other."memberId" = mentor."id" AND other."role" = 'mentor' AND other."status" = 'joined') AS "shared"
    FROM "members" mentee CROSS JOIN "members" mentor
    LEFT JOIN "mentor_profiles" profile ON profile."memberId" = mentor."id"
    LEFT JOIN "proposals" hand ON hand."id" = ${proposalId}::uuid
    LEFT JOIN "programmes" programme ON programme."id" = coalesce(hand."programmeId", ${programmeId}::uuid)
    WHERE mentee."id" = ${menteeId}::uuid AND mentor."id" = ${mentorId}::uuid
      AND (profile."memberId" IS NOT NULL OR ${proposalId}::uuid IS NOT NULL)`;
}

/** How many relationships somebody has in a programme now; a relationship belongs to that of its proposal. */
export function countInProgramme(as: "menteeId" | "mentorId", member: Prisma.Sql, programme: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT count(*)::integer AS "count" FROM "relationships" r JOIN "proposals" o ON o."id" = r."id"
    WHERE r.${Prisma.raw(`"${as}"`)} = ${member} AND r."endedAt" IS NULL AND o."programmeId" IS NOT DISTINCT FROM ${programme}`;
}
