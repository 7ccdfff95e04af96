import { Prisma } from "@/lib/foundation/db/client";
import { defineWaiting, type Found } from "@/lib/people/waiting/waiting";

/** For how long a proposal that came to nothing stays on Home, unless the mentee has asked somebody else since. */
const OF_LATE_DAYS = 14;

export const PROPOSAL_WAITING = defineWaiting({
  "proposal-to-answer": {
    group: "you",
    rows: ({ memberId }, now) => Prisma.sql`
      SELECT p."id" AS "subjectId", 'mentor' AS "role", p."menteeId" AS "partnerId", p."expiresAt" AS "at", NULL::jsonb AS "data"
      FROM "proposals" p WHERE p."mentorId" = ${memberId}::uuid AND p."status" = 'sent' AND p."expiresAt" > ${now}::timestamptz`,
    sentence: ({ name, day }) => `${name} has sent you a proposal. Please answer by ${day}.`,
    leadsTo: toDetails,
  },

  // Past its deadline it has expired, swept or not. Whoever has found a mentor, or asked again, has gone on.
  "proposal-turned-down": {
    group: "you",
    rows: ({ memberId }, now) => Prisma.sql`
      SELECT p."id" AS "subjectId", 'mentee' AS "role", p."mentorId" AS "partnerId", p."endedAt" AS "at",
        jsonb_build_object('status', p."status", 'wanted', (SELECT jsonb_build_object('topics', w."topics", 'methods', w."methods",
          'languages', w."languages", 'sector', w."sector", 'region', w."region") FROM "mentee_profiles" w
          WHERE w."memberId" = ${memberId}::uuid)) AS "data"
      FROM (
        SELECT "id", "mentorId", CASE WHEN "withdrawnBecause" IN ('mentor-full', 'mentor-away') AND "status" = 'withdrawn' THEN "withdrawnBecause"
            WHEN "status" = 'sent' THEN 'expired' ELSE "status" END AS "status",
          CASE "status" WHEN 'sent' THEN "expiresAt" ELSE "movedAt" END AS "endedAt"
        FROM "proposals" WHERE "menteeId" = ${memberId}::uuid AND ("status" IN ('rejected', 'expired')
          OR ("status" = 'withdrawn' AND "withdrawnBecause" IN ('staff', 'mentor-left', 'mentor-full', 'mentor-away')
            AND NOT EXISTS (SELECT FROM "queue_places" k WHERE k."proposalId" = "proposals"."id"))
          OR ("status" = 'sent' AND "expiresAt" <= ${now}::timestamptz))
      ) p
      WHERE p."endedAt" > ${now}::timestamptz - make_interval(days => ${OF_LATE_DAYS}::integer)
        AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = ${memberId}::uuid AND r."endedAt" IS NULL)
        AND NOT EXISTS (SELECT FROM "proposals" q WHERE q."menteeId" = ${memberId}::uuid AND q."sentAt" >= p."endedAt")`,
    sentence: ({ name, data, words }) => {
      if (data.status === "rejected") return `${name} cannot take up your proposal. Please choose another ${words.mentor}.`;
      if (data.status === "expired") return `${name} did not reply to your proposal. Please choose another ${words.mentor}.`;
      if (data.status === "mentor-full" || data.status === "mentor-away") {
        const why = data.status === "mentor-full" ? "has no free place" : "is away";
        return `${name} ${why} at present. Keep your place in the queue, or choose another ${words.mentor}.`;
      }
      return `Your proposal to ${name} has been withdrawn. Please choose another ${words.mentor}.`;
    },
    leadsTo: toDetails,
  },

  "proposal-unanswered": {
    group: "others",
    rows: ({ memberId }, now) => Prisma.sql`
      SELECT p."id" AS "subjectId", 'mentee' AS "role", p."mentorId" AS "partnerId", p."expiresAt" AS "at", NULL::jsonb AS "data"
      FROM "proposals" p WHERE p."menteeId" = ${memberId}::uuid AND p."status" = 'sent' AND p."expiresAt" > ${now}::timestamptz`,
    sentence: ({ name, day }) => `${name} has until ${day} to reply to your proposal.`,
    leadsTo: toDetails,
  },
});

function toDetails({ subjectId }: Found): string {
  return `/relationships/${subjectId}/details`;
}
