import { Prisma } from "@/lib/foundation/db/client";
import { defineWaiting } from "@/lib/people/waiting/waiting";

export const MESSAGE_WAITING = defineWaiting({
  "messages-unread": {
    group: "you",
    rows: ({ memberId }) => Prisma.sql`
      SELECT c."relationshipId" AS "subjectId", c."role", CASE c."role" WHEN 'mentor' THEN r."menteeId" ELSE r."mentorId" END AS "partnerId",
        c."spellAt" AS "at", jsonb_build_object('count', c."unread") AS "data"
      FROM "conversation_readers" c JOIN "relationships" r ON r."id" = c."relationshipId"
      WHERE c."memberId" = ${memberId}::uuid AND c."unread" > 0`,
    sentence: ({ name, data }) =>
      data.count === 1 ? `${name} has written to you.` : `${name} has written to you: ${data.count} new messages.`,
    leadsTo: ({ subjectId }) => `/relationships/${subjectId}/messages`,
  },
});
