import { Prisma } from "@/lib/foundation/db/client";
import type { WaitingSource } from "@/lib/people/waiting/waiting";

export const QUEUE_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT 'queue-place'::text AS "kind", q."proposalId" AS "subjectId", 'mentee'::text AS "role", q."mentorId" AS "partnerId",
      CASE WHEN f."isAvailable" OR f."availableAgainAt" <= ${now}::timestamptz THEN NULL ELSE f."availableAgainAt" END AS "at",
      jsonb_build_object('count', (SELECT count(*) + 1 FROM "queue_places" o
        WHERE o."mentorId" = q."mentorId" AND o."askedPlace" IS NULL AND (o."goesFirst" > q."goesFirst"
          OR o."goesFirst" = q."goesFirst" AND (o."joinedAt", o."proposalId") < (q."joinedAt", q."proposalId")))) AS "data"
    FROM "queue_places" q JOIN "mentor_profiles" f ON f."memberId" = q."mentorId"
    WHERE q."menteeId" = ${memberId}::uuid AND q."askedPlace" IS NULL
    UNION ALL
    SELECT 'places-taken', f."memberId", 'mentor', NULL, NULL, jsonb_build_object('count', (
      SELECT count(*) FROM "queue_places" q WHERE q."mentorId" = f."memberId" AND q."askedPlace" IS NULL))
    FROM "mentor_profiles" f WHERE f."memberId" = ${memberId}::uuid AND f."capacity" <= (
      SELECT count(*) FROM "relationships" r WHERE r."mentorId" = f."memberId" AND r."endedAt" IS NULL)`,
  kinds: {
    "queue-place": {
      group: "others",
      sentence: ({ name, day, data }) =>
        `${day ? `${name} is away until ${day}.` : `${name} has no free place at present.`} You are number ${data.count} in the queue.`,
      leadsTo: ({ subjectId }) => `/relationships/${subjectId}/details`,
    },
    "places-taken": {
      group: "others",
      sentence: ({ data: { count = 0 }, words }) => {
        const queue =
          count === 0
            ? ""
            : ` ${count === 1 ? `One ${words.mentee} is` : `${count} ${words.mentees} are`} waiting for a place with you.`;
        return `All your places are taken, so nobody new can find you.${queue}`;
      },
      leadsTo: () => "/profile",
    },
  },
};
