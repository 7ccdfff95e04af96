import { Prisma } from "@/lib/foundation/db/client";
import { defineWaiting, type Found } from "@/lib/people/waiting/waiting";

export const SUPPORT_WAITING = defineWaiting({
  "request-answered": {
    group: "you",
    rows: ({ memberId }) => requests(memberId, "waiting"),
    sentence: ({ data }) => `Your request for help ${data.reference} has an answer. Please read it, and reply if you need to.`,
    leadsTo: toRequest,
  },

  "request-open": {
    group: "others",
    rows: ({ memberId }) => requests(memberId, "open"),
    sentence: ({ data }) => `The society is still to answer your request for help ${data.reference}.`,
    leadsTo: toRequest,
  },
});

function requests(memberId: string, state: "waiting" | "open"): Prisma.Sql {
  return Prisma.sql`
    SELECT s."id" AS "subjectId", NULL::text AS "role", NULL::uuid AS "partnerId", s."waitingSince" AS "at",
      jsonb_build_object('reference', s."reference") AS "data"
    FROM "support_requests" s WHERE s."memberId" = ${memberId}::uuid AND s."state" = ${state}`;
}

function toRequest({ subjectId }: Found): string {
  return `/support/${subjectId}`;
}
