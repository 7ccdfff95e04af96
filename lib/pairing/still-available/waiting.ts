import { Prisma } from "@/lib/foundation/db/client";
import type { WaitingSource } from "@/lib/people/waiting/waiting";
import { OPEN_DAYS } from "./still-available";

export const STILL_AVAILABLE_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT 'still-available'::text AS "kind", c."memberId" AS "subjectId", 'mentor'::text AS "role", NULL::uuid AS "partnerId",
      c."askedAt" AS "at", jsonb_build_object('round', c."round") AS "data"
    FROM "availability_checks" c JOIN "mentor_profiles" p ON p."memberId" = c."memberId"
    WHERE c."memberId" = ${memberId}::uuid AND p."isAvailable" AND (c."answeredAt" IS NULL OR c."answeredAt" < c."askedAt")
      AND c."askedAt" > ${now}::timestamptz - make_interval(days => ${OPEN_DAYS}::integer)`,
  kinds: {
    "still-available": {
      group: "you",
      sentence: ({ words }) => `Please tell us whether you are still available as a ${words.mentor}.`,
      leadsTo: () => "/account#availability",
    },
  },
};
