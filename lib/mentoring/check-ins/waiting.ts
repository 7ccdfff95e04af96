import { Prisma } from "@/lib/foundation/db/client";
import { openRelationshipsOf } from "@/lib/pairing/relationships/waiting";
import type { WaitingSource } from "@/lib/people/waiting/waiting";

/** Partners of whom the member has told us that they do not reply. The question itself has a panel of its own on Home. */
export const CHECK_IN_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT 'partner-awaited'::text AS "kind", r."id" AS "subjectId", r."role", r."partnerId", c."chasedAt" AS "at",
      jsonb_build_object('status', CASE WHEN c."handedAt" IS NOT NULL THEN 'handed' END) AS "data"
    FROM ${openRelationshipsOf(memberId, now)} JOIN "check_ins" c ON c."relationshipId" = r."id"
    WHERE c."waiting" = r."role" AND NOT EXISTS (
      SELECT FROM "relationship_rhythms" b WHERE b."relationshipId" = r."id" AND b."lastAt" > c."askedAt")`,
  kinds: {
    "partner-awaited": {
      group: "others",
      sentence: ({ name, data }) =>
        data.status === "handed"
          ? `${name} has not replied to us either, and the society knows. You can end the relationship without blame.`
          : `${name} has not replied to you yet. We have asked them, and will tell you what we hear.`,
      leadsTo: ({ subjectId }) => `/relationships/${subjectId}`,
    },
  },
};
