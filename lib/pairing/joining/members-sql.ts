import { Prisma } from "@/lib/foundation/db/client";
import { MOST_COUNTED } from "./joining";

/**
 * Whether the mentor of the listing `l` can be found in a programme by this mentee: both have joined it, and the mentor lacks nothing that it
 * asks (nor, being listed, anything that the society asks) and has a place left of those that they offer in it. A subquery of its own, read once for all.
 */
export function isInProgramme(programmeId: string, menteeId: string): Prisma.Sql {
  const programme = Prisma.sql`${programmeId}::uuid`;
  return Prisma.sql`(${hasJoined(programme, Prisma.sql`${menteeId}::uuid`)}
    AND l."memberId" IN (SELECT j."memberId" FROM "programme_members" j WHERE j."programmeId" = ${programme} AND ${IS_OFFERED}))`;
}

/** The same of one mentor, whom a query has found already. */
export function isOfferedIn(programme: Prisma.Sql, mentor: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "programme_members" j WHERE j."programmeId" = ${programme} AND j."memberId" = ${mentor} AND ${IS_OFFERED})`;
}

/** Whether somebody is in a programme as a mentee. */
export function hasJoined(programme: Prisma.Sql, mentee: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "programme_members" j
    WHERE j."programmeId" = ${programme} AND j."role" = 'mentee' AND j."status" = 'joined' AND j."memberId" = ${mentee})`;
}

/** The programmes that the two are in, as mentee and mentor. */
export function sharedBy(mentee: Prisma.Sql, mentor: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT one."programmeId" FROM "programme_members" one JOIN "programme_members" other USING ("programmeId")
    WHERE one."memberId" = ${mentee} AND one."role" = 'mentee' AND one."status" = 'joined'
      AND other."memberId" = ${mentor} AND other."role" = 'mentor' AND other."status" = 'joined')`;
}

/** Joins where these two could have to do with each other, as `programme`: the society's own scheme, which is none, and each that they share. */
export function joinPlacesOf(mentee: Prisma.Sql, mentor: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CROSS JOIN LATERAL (SELECT NULL::uuid AS "id" UNION ALL SELECT unnest(${sharedBy(mentee, mentor)})) place
    LEFT JOIN "programmes" programme ON programme."id" = place."id"`;
}

/** Of a row `j` of programme_members. */
const IS_OFFERED = Prisma.sql`j."role" = 'mentor' AND j."status" = 'joined' AND NOT EXISTS (
    SELECT FROM "readiness_items" i WHERE i."memberId" = j."memberId" AND i."role" = 'mentor' AND i."programmeId" = j."programmeId" AND i."isLacking"
  ) AND (j."capacity" IS NULL OR j."capacity" > (
    SELECT count(*) FROM "relationships" r
    WHERE r."mentorId" = j."memberId" AND r."endedAt" IS NULL AND r."programmeId" = j."programmeId"))`;

/** Rows of role, status and count: how many there are in a programme, counted up to one more than MOST_COUNTED. */
export function memberCounts(programmeId: string): Prisma.Sql {
  // Each of them by an index: of those who have joined, and of the others.
  const counts = ["mentee", "mentor"].flatMap((role) =>
    ["applied", "declined", "joined", "left"].map(
      (status) => Prisma.sql`
        SELECT ${role}::text AS "role", ${status}::text AS "status", count(*)::integer AS "count" FROM (
          SELECT FROM "programme_members" WHERE "programmeId" = ${programmeId}::uuid AND "status" = ${Prisma.raw(`'${status}'`)} AND "role" = ${role}
          LIMIT ${MOST_COUNTED + 1}) m`,
    ),
  );
  return Prisma.sql`SELECT * FROM (${Prisma.join(counts, " UNION ALL ")}) c WHERE "count" > 0 AND in_one_process() ORDER BY "role", "status"`;
}
