import { Prisma } from "@/lib/foundation/db/client";
import { sayMonths } from "@/lib/foundation/wording";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";

/** How long before the agreed end it is time to think of it: as long as the two are asked before it. */
const SOON_DAYS = 31;

/** The open relationships of a member, each with the partner: a table to select from, called `r`. */
export function openRelationshipsOf(memberId: string, now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT r."id", r."agreedUntil", r."extensionMonths", r."extensionAskedBy",
      CASE WHEN r."menteeId" = ${memberId}::uuid THEN 'mentee' ELSE 'mentor' END AS "role",
      CASE WHEN r."menteeId" = ${memberId}::uuid THEN r."mentorId" ELSE r."menteeId" END AS "partnerId"
    FROM "relationships" r
    WHERE (r."menteeId" = ${memberId}::uuid OR r."mentorId" = ${memberId}::uuid)
      AND r."endedAt" IS NULL AND r."agreedUntil" > ${now}::timestamptz) r`;
}

export const RELATIONSHIP_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT CASE WHEN r."extensionMonths" IS NULL THEN 'relationship-ending'
        WHEN r."extensionAskedBy" = r."role" THEN 'extension-unanswered' ELSE 'extension-to-answer' END AS "kind",
      r."id" AS "subjectId", r."role", r."partnerId", r."agreedUntil" AS "at",
      jsonb_build_object('months', r."extensionMonths") AS "data"
    FROM ${openRelationshipsOf(memberId, now)}
    WHERE r."extensionMonths" IS NOT NULL
      OR r."agreedUntil" < ${now}::timestamptz + make_interval(days => ${SOON_DAYS}::integer)`,
  kinds: {
    "extension-to-answer": {
      group: "you",
      sentence: ({ name, data }) =>
        `${name} would like to go on for ${sayMonths(data.months ?? 1)} longer. Please say whether you would too.`,
      leadsTo: toRelationship,
    },
    "extension-unanswered": {
      group: "others",
      sentence: ({ name, data }) => `${name} is still to say whether to go on for ${sayMonths(data.months ?? 1)} longer.`,
      leadsTo: toRelationship,
    },
    "relationship-ending": {
      group: "soon",
      sentence: ({ name, day }) => `Your mentoring with ${name} is agreed until ${day}. You can go on, or end it then.`,
      leadsTo: toRelationship,
    },
  },
};

function toRelationship({ subjectId }: Found): string {
  return `/relationships/${subjectId}`;
}
