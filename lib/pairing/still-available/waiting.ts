import { Prisma } from "@/lib/foundation/db/client";
import { defineWaiting } from "@/lib/people/waiting/waiting";
import { OPEN_DAYS } from "./still-available";

export const STILL_AVAILABLE_WAITING = defineWaiting({
  "still-available": {
    group: "you",
    rows: ({ memberId, timeZone }, now) => Prisma.sql`
      SELECT NULL::uuid AS "subjectId", 'mentor' AS "role", NULL::uuid AS "partnerId", c."askedAt" AS "at",
        jsonb_build_object('round', c."round") AS "data"
      FROM "availability_checks" c JOIN "mentor_profiles" p ON p."memberId" = c."memberId"
      WHERE c."memberId" = ${memberId}::uuid AND p."isAvailable" AND (c."answeredAt" IS NULL OR c."answeredAt" < c."askedAt")
        AND (c."askedAt" AT TIME ZONE ${timeZone} + make_interval(days => ${OPEN_DAYS}::integer)) AT TIME ZONE ${timeZone}
          > ${now}::timestamptz`,
    sentence: ({ words }) => `Please tell us whether you are still available as a ${words.mentor}.`,
    leadsTo: () => "/account#availability",
  },
});
