import { Prisma } from "@/lib/foundation/db/client";
import { openRelationshipsOf } from "@/lib/pairing/relationships/waiting";
import { defineWaiting } from "@/lib/people/waiting/waiting";

export const CONTRACT_WAITING = defineWaiting({
  "contract-to-sign": {
    group: "you",
    rows: ({ memberId }, now) => halfSigned(memberId, now, true),
    sentence: ({ name }) => `${name} has signed the contract between you. Please read it, and sign it too.`,
    leadsTo: ({ subjectId }) => `/relationships/${subjectId}/contract`,
  },

  "contract-unsigned": {
    group: "others",
    rows: ({ memberId }, now) => halfSigned(memberId, now, false),
    sentence: ({ name }) => `${name} is still to sign the contract that you have signed.`,
    leadsTo: ({ subjectId }) => `/relationships/${subjectId}/contract`,
  },
});

/** The newest contract of each open relationship, where one of the two has signed and the other has not. */
function halfSigned(memberId: string, now: Date, isViewersTurn: boolean): Prisma.Sql {
  return Prisma.sql`
    SELECT r."id" AS "subjectId", r."role", r."partnerId", coalesce(c."mentorSignedAt", c."menteeSignedAt") AS "at", NULL::jsonb AS "data"
    FROM ${openRelationshipsOf(memberId, now)}
    CROSS JOIN LATERAL (
      SELECT "mentorSignedAt", "menteeSignedAt" FROM "contracts" WHERE "relationshipId" = r."id" ORDER BY "number" DESC LIMIT 1
    ) c
    WHERE (c."mentorSignedAt" IS NULL) <> (c."menteeSignedAt" IS NULL)
      AND (CASE r."role" WHEN 'mentor' THEN c."mentorSignedAt" ELSE c."menteeSignedAt" END IS NULL) = ${isViewersTurn}::boolean`;
}
