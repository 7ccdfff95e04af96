import { Prisma } from "@/lib/foundation/db/client";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";

/** Past its day a question is closed, swept or not. */
export const QUESTION_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT 'question-to-answer'::text AS "kind", "conversationId" AS "subjectId", 'mentor'::text AS "role", "menteeId" AS "partnerId",
      "dueAt" AS "at", CASE WHEN "programmeId" IS NOT NULL THEN jsonb_build_object('programme',
        (SELECT g."name" FROM "programmes" g WHERE g."id" = "programmeId")) END AS "data"
    FROM "questions" WHERE "mentorId" = ${memberId}::uuid AND "status" = 'waiting' AND "dueAt" > ${now}::timestamptz
    UNION ALL
    SELECT 'question-waits', "conversationId", 'mentee', "mentorId", "dueAt", NULL
    FROM "questions" WHERE "menteeId" = ${memberId}::uuid AND "status" = 'waiting' AND "dueAt" > ${now}::timestamptz`,
  kinds: {
    "question-to-answer": {
      group: "you",
      sentence: ({ name, day, data }) =>
        `${name} has asked you a question${data.programme ? ` in ${data.programme}` : ""}. Please reply by ${day}.`,
      leadsTo: toConversation,
    },
    "question-waits": {
      group: "others",
      sentence: ({ name, day }) => `${name} has until ${day} to reply to your question.`,
      leadsTo: toConversation,
    },
  },
};

function toConversation({ subjectId }: Found): string {
  return `/questions/${subjectId}`;
}
