import { Prisma } from "@/lib/foundation/db/client";
import { withArticle } from "@/lib/foundation/wording";
import type { WaitingSource } from "@/lib/people/waiting/waiting";

export const PROFILE_WAITING: WaitingSource = {
  rows: ({ memberId, isMentor, isMentee }) => Prisma.sql`
    SELECT 'profile-missing'::text AS "kind", ${memberId}::uuid AS "subjectId", 'mentee'::text AS "role", NULL::uuid AS "partnerId",
      NULL::timestamptz AS "at", NULL::jsonb AS "data"
    WHERE ${isMentee}::boolean AND NOT EXISTS (SELECT FROM "mentee_profiles" WHERE "memberId" = ${memberId}::uuid)
    UNION ALL
    SELECT 'profile-missing', ${memberId}::uuid, 'mentor', NULL, NULL, NULL
    WHERE ${isMentor}::boolean AND NOT EXISTS (SELECT FROM "mentor_profiles" WHERE "memberId" = ${memberId}::uuid)`,
  kinds: {
    "profile-missing": {
      group: "you",
      sentence: ({ role, words }) => `Your profile as ${withArticle(words[role ?? "mentee"])} is still to be written.`,
      leadsTo: () => "/profile",
    },
  },
};
