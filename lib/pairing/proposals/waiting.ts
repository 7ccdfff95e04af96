import { Prisma } from "@/lib/foundation/db/client";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";

/** For how long a proposal that came to nothing stays on Home, unless the mentee has asked somebody else since. */
const OF_LATE_DAYS = 14;

/** Past its deadline a proposal has expired, swept or not. */
export const PROPOSAL_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT 'proposal-to-answer'::text AS "kind", "id" AS "subjectId", 'mentor'::text AS "role", "menteeId" AS "partnerId",
      "expiresAt" AS "at", CASE WHEN "isFromStaff" OR "programmeId" IS NOT NULL THEN jsonb_build_object('isFromStaff', "isFromStaff",
        'programme', (SELECT g."name" FROM "programmes" g WHERE g."id" = "programmeId")) END AS "data"
    FROM "proposals" WHERE "mentorId" = ${memberId}::uuid AND "status" = 'sent' AND "expiresAt" > ${now}::timestamptz
    UNION ALL
    SELECT CASE WHEN p."status" = 'sent' THEN 'proposal-unanswered'
        WHEN EXISTS (SELECT FROM "proposal_choices" c WHERE c."proposalId" = p."id") THEN 'proposal-goes-on'
        ELSE 'proposal-turned-down' END, p."id", 'mentee', p."mentorId",
      p."at", CASE WHEN p."status" <> 'sent' THEN jsonb_build_object('status',
        CASE WHEN p."isKeepable" THEN p."withdrawnBecause" ELSE p."status" END, 'because', p."rejectedBecause", 'wanted', ${wantedBy(memberId)}, 'programmeId', p."programmeId") END
    FROM (
      SELECT "id", "mentorId", "programmeId", "movedAt", "withdrawnBecause", "rejectedBecause", "sentAt",
        CASE WHEN "status" = 'sent' AND "expiresAt" <= ${now}::timestamptz THEN 'expired' ELSE "status" END AS "status",
        "withdrawnBecause" IN ('mentor-full', 'mentor-away') AND "status" = 'withdrawn' AS "isKeepable",
        CASE "status" WHEN 'sent' THEN "expiresAt" ELSE "movedAt" END AS "at",
        max("sentAt") OVER () AS "newestSentAt",
        EXISTS (SELECT FROM "relationships" WHERE "menteeId" = ${memberId}::uuid AND "endedAt" IS NULL) AS "hasMentor"
      FROM "proposals" WHERE "menteeId" = ${memberId}::uuid
    ) p
    WHERE p."status" = 'sent' OR (
      (p."status" IN ('rejected', 'expired') OR (p."status" = 'withdrawn' AND p."withdrawnBecause" IN ('staff', 'mentor-left'))
        OR (p."isKeepable" AND NOT EXISTS (SELECT FROM "queue_places" q WHERE q."proposalId" = p."id")))
      AND p."at" > ${now}::timestamptz - make_interval(days => ${OF_LATE_DAYS}::integer)
      AND NOT p."hasMentor" AND p."newestSentAt" < p."at")`,
  kinds: {
    "proposal-to-answer": {
      group: "you",
      sentence: ({ name, day, data, words }) =>
        data.isFromStaff
          ? `The society suggests that you could be the ${words.mentor} of ${name}. Please answer by ${day}.`
          : `${name} has sent you a proposal${data.programme ? ` in ${data.programme}` : ""}. Please answer by ${day}.`,
      leadsTo: toDetails,
    },
    // A mentee who has found a mentor or asked somebody else no longer needs this line.
    "proposal-turned-down": {
      group: "you",
      sentence: ({ name, data, words }) => {
        if (data.status === "rejected") return `${name} cannot take up your proposal. Please choose another ${words.mentor}.`;
        if (data.status === "expired") return `${name} did not reply to your proposal. Please choose another ${words.mentor}.`;
        if (data.status === "mentor-full")
          return `${name} has no free place at present. You can keep your place in the queue, or choose another ${words.mentor}.`;
        if (data.status === "mentor-away")
          return `${name} is away at present. You can keep your place in the queue, or choose another ${words.mentor}.`;
        return `Your proposal to ${name} has been withdrawn. Please choose another ${words.mentor}.`;
      },
      leadsTo: toDetails,
    },
    // The sweep asks the next choice; where the mentee has as many open proposals as they may, that waits.
    "proposal-goes-on": {
      group: "others",
      sentence: ({ name, words }) =>
        `Your proposal to ${name} has come to nothing. We turn to the ${words.mentor} you chose next.`,
      leadsTo: toDetails,
    },
    "proposal-unanswered": {
      group: "others",
      sentence: ({ name, day }) => `${name} has until ${day} to reply to your proposal.`,
      leadsTo: toDetails,
    },
  },
};

/** What a mentee looks for, so that others can be suggested without another question. */
function wantedBy(memberId: string): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_build_object('topics', w."topics", 'methods', w."methods", 'languages', w."languages",
    'sector', w."sector", 'region', w."region") FROM "mentee_profiles" w WHERE w."memberId" = ${memberId}::uuid)`;
}

function toDetails({ subjectId }: Found): string {
  return `/relationships/${subjectId}/details`;
}
