import { Prisma } from "@/lib/foundation/db/client";
import { openRelationshipsOf } from "@/lib/pairing/relationships/waiting";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";

/** Contracts that one of the two has signed and the other has not: at most one of a relationship. */
export const CONTRACT_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT CASE WHEN (CASE r."role" WHEN 'mentor' THEN c."mentorSignedAt" ELSE c."menteeSignedAt" END) IS NULL
        THEN 'contract-to-sign' ELSE 'contract-unsigned' END AS "kind",
      r."id" AS "subjectId", r."role", r."partnerId", coalesce(c."mentorSignedAt", c."menteeSignedAt") AS "at", NULL::jsonb AS "data"
    FROM ${openRelationshipsOf(memberId, now)} JOIN "contracts" c ON c."relationshipId" = r."id"
    WHERE (c."mentorSignedAt" IS NULL) <> (c."menteeSignedAt" IS NULL)`,
  kinds: {
    "contract-to-sign": {
      group: "you",
      sentence: ({ name }) => `${name} has signed the contract between you. Please read it, and sign it too.`,
      leadsTo: toContract,
    },
    "contract-unsigned": {
      group: "others",
      sentence: ({ name }) => `${name} is still to sign the contract that you have signed.`,
      leadsTo: toContract,
    },
  },
};

function toContract({ subjectId }: Found): string {
  return `/relationships/${subjectId}/contract`;
}
