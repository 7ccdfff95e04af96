import { Prisma } from "@/lib/foundation/db/client";
import { withArticle } from "@/lib/foundation/wording";
import { defineWaiting } from "@/lib/people/waiting/waiting";

export const PROFILE_WAITING = defineWaiting({
  "profile-missing": {
    group: "you",
    rows: ({ memberId }) => Prisma.sql`
      SELECT m."id" AS "subjectId", role."name" AS "role", NULL::uuid AS "partnerId", NULL::timestamptz AS "at", NULL::jsonb AS "data"
      FROM "members" m CROSS JOIN (VALUES ('mentor'), ('mentee')) AS role("name")
      WHERE m."id" = ${memberId}::uuid AND CASE role."name"
        WHEN 'mentor' THEN m."isMentor" AND NOT EXISTS (SELECT FROM "mentor_profiles" p WHERE p."memberId" = m."id")
        ELSE m."isMentee" AND NOT EXISTS (SELECT FROM "mentee_profiles" p WHERE p."memberId" = m."id") END`,
    sentence: ({ role, words }) => `Your profile as ${withArticle(words[role ?? "mentee"])} is still to be written.`,
    leadsTo: () => "/profile",
  },
});
