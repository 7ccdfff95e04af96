import { Prisma } from "@/lib/foundation/db/client";
import { FORMER_MEMBER } from "@/lib/foundation/wording";
import { openRelationshipsOf } from "@/lib/pairing/relationships/waiting";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";
import type { OpenQuestion } from "./queries";
import { isQuestion, OPEN_DAYS, sayQuestion } from "./question";

/** A question that is open, as `isOpenFor` says it; and partners of whom the member has told us that they do not reply. */
export const CHECK_IN_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT CASE WHEN c."waiting" = r."role" THEN 'partner-awaited' ELSE 'how-it-goes' END::text AS "kind",
      r."id" AS "subjectId", r."role", r."partnerId", CASE WHEN c."waiting" = r."role" THEN c."chasedAt" ELSE c."askedAt" END AS "at",
      jsonb_build_object('status', CASE WHEN c."handedAt" IS NOT NULL THEN 'handed' END, 'question', c."question",
        'round', c."round", 'isAwaited', c."waiting" IS NOT NULL) AS "data"
    FROM ${openRelationshipsOf(memberId, now)} JOIN "check_ins" c ON c."relationshipId" = r."id"
    LEFT JOIN "relationship_rhythms" b ON b."relationshipId" = r."id"
    WHERE c."question" IS NOT NULL
      AND NOT coalesce(CASE c."question" WHEN 'met' THEN b."lastAt" > b."startedAt" ELSE greatest(b."lastAt", (
        SELECT e."sentAt" FROM "messages" e WHERE e."conversationId" = conversation_of(r."id")
        ORDER BY e."number" DESC LIMIT 1)) > c."askedAt" END, false)
      AND (c."waiting" = r."role"
        OR CASE r."role" WHEN 'mentee' THEN c."menteeAnswer" ELSE c."mentorAnswer" END IS NULL
          AND NOT coalesce(c."pausedUntil" > ${now}::timestamptz, false)
          -- Where the clocks have changed in between, an hour more or less than the rule.
          AND greatest(c."askedAt", c."chasedAt") > ${now}::timestamptz - make_interval(days => ${OPEN_DAYS}::integer))`,
  kinds: {
    "how-it-goes": {
      group: "you",
      sentence: ({ name, data }) => sayQuestion(isQuestion(data.question) ? data.question : "met", name),
      leadsTo: toRelationship,
    },
    "partner-awaited": {
      group: "others",
      sentence: ({ name, data }) =>
        data.status === "handed"
          ? `${name} has not replied to us either, and the society knows. You can end the relationship without blame.`
          : `${name} has not replied to you yet. We have asked them, and will tell you what we hear.`,
      leadsTo: toRelationship,
    },
  },
};

/** A question for its panel on Home; null for everything else that waits. */
export function toOpenQuestion({ kind, subjectId, partnerName, data }: Found): OpenQuestion | null {
  if (kind !== "how-it-goes" || !subjectId || !isQuestion(data.question)) return null;
  const { question, round = 0, isAwaited = false } = data;
  return { relationshipId: subjectId, question, round, partnerName: partnerName ?? FORMER_MEMBER, isAwaited };
}

function toRelationship({ subjectId }: Found): string {
  return `/relationships/${subjectId}`;
}
