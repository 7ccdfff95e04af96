import { Prisma } from "@/lib/foundation/db/client";
import type { WaitingSource } from "@/lib/people/waiting/waiting";

/** Where the newest of them was written is on their notice. A question that waits has a line of its own. */
export const MESSAGE_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT 'messages-unread'::text AS "kind", coalesce(n."proposalId", c."relationshipId") AS "subjectId", c."role",
      CASE v."lowerId" WHEN c."memberId" THEN v."higherId" ELSE v."lowerId" END AS "partnerId", c."spellAt" AS "at",
      jsonb_build_object('count', c."unread", 'status', CASE WHEN n."proposalId" IS NULL THEN 'before' END) AS "data"
    FROM "conversation_readers" c JOIN "conversations" v ON v."relationshipId" = c."relationshipId"
    LEFT JOIN "notifications" n ON n."key" = 'messages:' || c."relationshipId" || ':' || c."memberId" || ':' || c."spell"
    WHERE c."memberId" = ${memberId}::uuid AND c."unread" > 0 AND NOT EXISTS (
      SELECT FROM "questions" q WHERE q."conversationId" = c."relationshipId" AND q."mentorId" = c."memberId"
        AND q."status" = 'waiting' AND q."dueAt" > ${now}::timestamptz)`,
  kinds: {
    "messages-unread": {
      group: "you",
      sentence: ({ name, data }) =>
        data.count === 1 ? `${name} has written to you.` : `${name} has written to you: ${data.count} new messages.`,
      leadsTo: ({ subjectId, data }) =>
        data.status === "before" ? `/questions/${subjectId}` : `/relationships/${subjectId}/messages`,
    },
  },
};
