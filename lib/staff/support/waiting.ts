import { Prisma } from "@/lib/foundation/db/client";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";

export const SUPPORT_WAITING: WaitingSource = {
  rows: ({ memberId }) => Prisma.sql`
    SELECT CASE s."state" WHEN 'waiting' THEN 'request-answered' ELSE 'request-open' END AS "kind", s."id" AS "subjectId",
      NULL::text AS "role", NULL::uuid AS "partnerId", s."waitingSince" AS "at", jsonb_build_object('reference', s."reference") AS "data"
    FROM "support_requests" s WHERE s."memberId" = ${memberId}::uuid AND s."state" IN ('waiting', 'open')`,
  kinds: {
    "request-answered": {
      group: "you",
      sentence: ({ data }) =>
        `Your request for help ${data.reference} has an answer. Please read it, and reply if you need to.`,
      leadsTo: toRequest,
    },
    "request-open": {
      group: "others",
      sentence: ({ data }) => `The society is still to answer your request for help ${data.reference}.`,
      leadsTo: toRequest,
    },
  },
};

function toRequest({ subjectId }: Found): string {
  return `/support/${subjectId}`;
}
