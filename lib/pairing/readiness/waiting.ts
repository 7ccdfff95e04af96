import { Prisma } from "@/lib/foundation/db/client";
import { asSentence, withArticle } from "@/lib/foundation/wording";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";
import { IS_ASKED } from "./asked-sql";

/** What a role needs and does not have, with whoever's turn it is. */
export const READINESS_WAITING: WaitingSource = {
  rows: ({ memberId }) => Prisma.sql`
    SELECT CASE i."status" WHEN 'with-staff' THEN CASE c."kind" WHEN 'check' THEN 'check-to-show' ELSE 'readiness-with-staff' END
        WHEN 'asked' THEN 'referee-to-answer' ELSE 'readiness-to-do' END AS "kind",
      i."conditionId" AS "subjectId", i."role", NULL::uuid AS "partnerId", CASE WHEN NOT i."isLacking" THEN i."countsAt" END AS "at",
      jsonb_build_object('condition', c."name") AS "data"
    FROM "readiness_items" i JOIN "readiness_conditions" c ON c."id" = i."conditionId" AND c."retiredAt" IS NULL
    JOIN "members" m ON m."id" = i."memberId"
    WHERE i."memberId" = ${memberId}::uuid AND i."status" <> 'met' AND ${IS_ASKED}
    UNION ALL
    SELECT CASE c."kind" WHEN 'training' THEN 'training-expires' ELSE 'check-expires' END, i."conditionId", i."role", NULL, i."expiresAt",
      jsonb_build_object('condition', c."name")
    FROM "readiness_items" i JOIN "readiness_conditions" c ON c."id" = i."conditionId" AND c."retiredAt" IS NULL
    JOIN "members" m ON m."id" = i."memberId"
    WHERE i."memberId" = ${memberId}::uuid AND i."status" = 'met' AND i."warnedDays" IS NOT NULL AND ${IS_ASKED}`,
  kinds: {
    "readiness-to-do": {
      group: "you",
      sentence: ({ data, words, role, day }) =>
        `You need this as ${withArticle(role === "mentee" ? words.mentee : words.mentor)}${day ? ` from ${day}` : ""}: ${asSentence(data.condition ?? "")}`,
      leadsTo: toCondition,
    },
    "check-to-show": {
      group: "you",
      sentence: ({ data, day }) =>
        `Please show this to the society${day ? ` by ${day}` : ""}: ${asSentence(data.condition ?? "")}`,
      leadsTo: toCondition,
    },
    "check-expires": {
      group: "you",
      sentence: ({ data, day }) => `${data.condition} expires on ${day}. Please renew it.`,
      leadsTo: toCondition,
    },
    "training-expires": {
      group: "you",
      sentence: ({ data, day }) => `${data.condition} expires on ${day}. Please do it again.`,
      leadsTo: toCondition,
    },
    "referee-to-answer": {
      group: "others",
      sentence: ({ data }) => `Your referee has not answered yet: ${asSentence(data.condition ?? "")}`,
      leadsTo: toCondition,
    },
    "readiness-with-staff": {
      group: "others",
      sentence: ({ data }) => `The society is looking at this: ${asSentence(data.condition ?? "")}`,
      leadsTo: toCondition,
    },
  },
};

function toCondition({ subjectId }: Found): string {
  return `/readiness/${subjectId}`;
}
