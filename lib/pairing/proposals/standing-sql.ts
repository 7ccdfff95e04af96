import { Prisma } from "@/lib/foundation/db/client";
import { isAvoided } from "@/lib/pairing/avoided/avoided-sql";
import { joinPlacesOf, sharedBy } from "@/lib/pairing/joining/members-sql";
import type { Rule } from "@/lib/pairing/rules/rule";
import { rulesHeld } from "@/lib/pairing/rules/rules-sql";

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
  menteeIsReady: boolean;
  mentorIsReady: boolean;
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
  isAvoided: boolean;
  /** The rules of matching that hold where the proposal is, or would be sent. */
  rules: Rule[];
}

/** What a decision about these two depends on, as one row: in general, and in the programme alone. */
export function selectStanding({ programmeId, ...between }: Between, now: Date): Prisma.Sql {
  return select(
    between,
    Prisma.sql`LEFT JOIN "programmes" programme ON programme."id" = coalesce(hand."programmeId", ${programmeId}::uuid)`,
    now,
  );
}

/** The same wherever a proposal could be sent, as a row each: in the society's own scheme, and in each programme that both are in. */
export function selectStandings(between: Pick<Between, "menteeId" | "mentorId">, now: Date): Prisma.Sql {
  return select({ ...between, proposalId: null }, joinPlacesOf(MENTEE, MENTOR), now);
}

/** `programme` joins that of each row. */
function select(
  { menteeId, mentorId, proposalId }: Omit<Between, "programmeId">,
  programme: Prisma.Sql,
  now: Date,
): Prisma.Sql {
  const isOpen = Prisma.sql`"status" = 'sent' AND "expiresAt" > ${now} AND "id" IS DISTINCT FROM ${proposalId}::uuid`;
  const here = Prisma.sql`programme."id"`;
  return Prisma.sql`
    SELECT
      mentee."status" = 'active' AND mentee."standing" = 'current' AND mentee."isMentee" AS "menteeIsActive",
      mentor."status" = 'active' AND mentor."standing" = 'current' AND mentor."isMentor" AS "mentorIsActive",
      EXISTS(SELECT FROM "mentee_profiles" wish WHERE wish."memberId" = mentee."id") AS "menteeHasProfile",
      is_ready(mentee."id", 'mentee', programme."id") AS "menteeIsReady",
      is_ready(mentor."id", 'mentor', programme."id") AS "mentorIsReady",
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
      ${sharedBy(MENTEE, MENTOR)} AS "shared", ${isAvoided(MENTEE, MENTOR)} AS "isAvoided", ${rulesHeld(here)} AS "rules"
    FROM "members" mentee CROSS JOIN "members" mentor
    LEFT JOIN "mentor_profiles" profile ON profile."memberId" = mentor."id"
    LEFT JOIN "proposals" hand ON hand."id" = ${proposalId}::uuid
    ${programme}
    WHERE mentee."id" = ${menteeId}::uuid AND mentor."id" = ${mentorId}::uuid
      AND (profile."memberId" IS NOT NULL OR ${proposalId}::uuid IS NOT NULL)`;
}

const [MENTEE, MENTOR] = [Prisma.sql`mentee."id"`, Prisma.sql`mentor."id"`];

/** How many relationships somebody has in a programme now. */
export function countInProgramme(as: "menteeId" | "mentorId", member: Prisma.Sql, programme: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT count(*)::integer AS "count" FROM "relationships" r
    WHERE r.${Prisma.raw(`"${as}"`)} = ${member} AND r."endedAt" IS NULL AND r."programmeId" IS NOT DISTINCT FROM ${programme}`;
}
