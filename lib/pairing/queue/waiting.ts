import { Prisma } from "@/lib/foundation/db/client";
import type { WaitingSource } from "@/lib/people/waiting/waiting";
import { sayPosition } from "./wording";

export const QUEUE_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT 'queue-place'::text AS "kind", q."proposalId" AS "subjectId", 'mentee'::text AS "role", q."mentorId" AS "partnerId",
      CASE WHEN f."isAvailable" OR f."availableAgainAt" <= ${now}::timestamptz THEN NULL ELSE f."availableAgainAt" END AS "at",
      jsonb_build_object('status', CASE WHEN NOT coalesce(f."isAvailable" OR f."availableAgainAt" <= ${now}::timestamptz, false)
        THEN 'away' END, 'count', (SELECT count(*) + 1 FROM "queue_places" o
        WHERE o."mentorId" = q."mentorId" AND o."askedPlace" IS NULL AND (o."goesFirst" > q."goesFirst"
          OR o."goesFirst" = q."goesFirst" AND (o."joinedAt", o."proposalId") < (q."joinedAt", q."proposalId")))) AS "data"
    FROM "queue_places" q JOIN "mentor_profiles" f ON f."memberId" = q."mentorId"
    WHERE q."menteeId" = ${memberId}::uuid AND q."askedPlace" IS NULL
    UNION ALL
    SELECT 'queue', ${memberId}::uuid, 'mentor', NULL, NULL, jsonb_build_object('count', count(*))
    FROM "queue_places" WHERE "mentorId" = ${memberId}::uuid AND "askedPlace" IS NULL HAVING count(*) > 0`,
  kinds: {
    "queue-place": {
      group: "others",
      sentence: ({ name, day, data: { status, count = 1 } }) =>
        `${status === "away" ? `${name} is away${day ? ` until ${day}` : " at present"}.` : `${name} has no free place at present.`} ${sayPosition(count)}.`,
      leadsTo: ({ subjectId }) => `/relationships/${subjectId}/details`,
    },
    // Nothing to do, and nobody the mentor waits for: the place comes free by itself.
    queue: {
      group: "soon",
      sentence: ({ data: { count = 0 }, words }) =>
        `${count === 1 ? `One ${words.mentee} is` : `${count} ${words.mentees} are`} waiting for a place with you.`,
      leadsTo: () => "/profile",
    },
  },
};
