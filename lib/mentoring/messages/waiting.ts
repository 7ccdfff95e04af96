import { Prisma } from "@/lib/foundation/db/client";
import type { WaitingSource } from "@/lib/people/waiting/waiting";

export const MESSAGE_WAITING: WaitingSource = {
  rows: ({ memberId }) => Prisma.sql`
    SELECT 'messages-unread'::text AS "kind", c."relationshipId" AS "subjectId", c."role",
      CASE c."role" WHEN 'mentor' THEN r."menteeId" ELSE r."mentorId" END AS "partnerId", c."spellAt" AS "at",
      jsonb_build_object('count', c."unread") AS "data"
    FROM "conversation_readers" c JOIN "relationships" r ON r."id" = c."relationshipId"
    WHERE c."memberId" = ${memberId}::uuid AND c."unread" > 0`,
  kinds: {
    "messages-unread": {
      group: "you",
      sentence: ({ name, data }) =>
        data.count === 1 ? `${name} has written to you.` : `${name} has written to you: ${data.count} new messages.`,
      leadsTo: ({ subjectId }) => `/relationships/${subjectId}/messages`,
    },
  },
};
