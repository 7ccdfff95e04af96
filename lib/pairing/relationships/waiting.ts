import { Prisma } from "@/lib/foundation/db/client";
import { sayMonths } from "@/lib/foundation/wording";
import { defineWaiting, type Found } from "@/lib/people/waiting/waiting";

/** How long before the agreed end it is time to think of it: as long as the two are asked before it. */
const SOON_DAYS = 31;

/** The open relationships of a member with whoever is the other in each: a table to select from, called `r`. */
export function openRelationshipsOf(memberId: string, now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT r."id", r."agreedUntil", r."extensionMonths", r."extensionAskedBy",
      CASE WHEN r."menteeId" = ${memberId}::uuid THEN 'mentee' ELSE 'mentor' END AS "role",
      CASE WHEN r."menteeId" = ${memberId}::uuid THEN r."mentorId" ELSE r."menteeId" END AS "partnerId"
    FROM "relationships" r
    WHERE (r."menteeId" = ${memberId}::uuid OR r."mentorId" = ${memberId}::uuid)
      AND r."endedAt" IS NULL AND r."agreedUntil" > ${now}::timestamptz) r`;
}

export const RELATIONSHIP_WAITING = defineWaiting({
  "extension-to-answer": {
    group: "you",
    rows: ({ memberId }, now) => extensions(memberId, now, Prisma.sql`r."extensionAskedBy" <> r."role"`),
    sentence: ({ name, data }) =>
      `${name} would like to go on for ${sayMonths(data.months ?? 1)} longer. Please say whether you would too.`,
    leadsTo: toRelationship,
  },

  "extension-unanswered": {
    group: "others",
    rows: ({ memberId }, now) => extensions(memberId, now, Prisma.sql`r."extensionAskedBy" = r."role"`),
    sentence: ({ name, data }) => `${name} is still to say whether to go on for ${sayMonths(data.months ?? 1)} longer.`,
    leadsTo: toRelationship,
  },

  "relationship-ending": {
    group: "soon",
    rows: ({ memberId }, now) => Prisma.sql`
      SELECT r."id" AS "subjectId", r."role", r."partnerId", r."agreedUntil" AS "at", NULL::jsonb AS "data"
      FROM ${openRelationshipsOf(memberId, now)}
      WHERE r."extensionMonths" IS NULL
        AND r."agreedUntil" < ${now}::timestamptz + make_interval(days => ${SOON_DAYS}::integer)`,
    sentence: ({ name, day }) => `Your mentoring with ${name} is agreed until ${day}. You can go on, or end it then.`,
    leadsTo: toRelationship,
  },
});

function extensions(memberId: string, now: Date, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT r."id" AS "subjectId", r."role", r."partnerId", r."agreedUntil" AS "at",
      jsonb_build_object('months', r."extensionMonths") AS "data"
    FROM ${openRelationshipsOf(memberId, now)} WHERE r."extensionMonths" IS NOT NULL AND ${which}`;
}

function toRelationship({ subjectId }: Found): string {
  return `/relationships/${subjectId}`;
}
