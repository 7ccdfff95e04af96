import { db, Prisma } from "@/lib/foundation/db/client";
import { openText } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { ERASED_WORDS } from "@/lib/foundation/wording";
import { conversationOf, isConversationOf, isOneOfTheTwo } from "./access-sql";
import type { Conversation } from "./conversation";

/** How many messages a page has. */
export const PAGE_SIZE = 30;

interface Row {
  relationshipId: string;
  number: number;
  senderId: string;
  key: string;
  body: string | null;
  sentAt: Date;
  newest: number;
  unread: number;
  readTo: number;
  partnerReadTo: number;
}

/**
 * The newest messages that the viewer and somebody else have written to each other, or those before the number `before`; in one
 * query, which is as quick in a long conversation as in a short one. `id` is the conversation's, or that of a relationship of
 * the two; for anybody else, nothing has been said.
 */
export async function findConversation({ memberId }: Viewer, id: string, before: number | null = null): Promise<Conversation> {
  const rows = await db().$queryPrepared<Row[]>`
    SELECT m."relationshipId", m."number", m."senderId", m."key", m."body", m."sentAt", c."newest",
      coalesce(mine."unread", 0) AS "unread", coalesce(mine."readTo", 0) AS "readTo", coalesce(theirs."readTo", 0) AS "partnerReadTo"
    FROM "conversations" c
    JOIN "messages" m ON m."conversationId" = c."relationshipId"
    ${readersOf(memberId)}
    WHERE c."relationshipId" = ${conversationOf(id)} AND ${isOneOfTheTwo({ memberId })}
      ${before === null ? Prisma.empty : Prisma.sql`AND m."number" < ${before}`}
    ORDER BY m."number" DESC
    LIMIT ${PAGE_SIZE + 1}`;
  const page = rows.slice(0, PAGE_SIZE).reverse();
  const { newest = 0, unread = 0, readTo = 0, partnerReadTo = 0 } = rows[0] ?? {};
  return {
    messages: page.map(({ relationshipId, number, senderId, key, body, sentAt }) => ({
      number,
      isMine: senderId === memberId,
      words: body === null ? ERASED_WORDS : openText("messages.body", [relationshipId, senderId, key], body),
      sentAt,
    })),
    earlier: rows.length > PAGE_SIZE ? (page[0]?.number ?? null) : null,
    newest,
    unread,
    readTo,
    partnerReadTo,
  };
}

/** How far the conversation has got, for an open page; null if the relationship is not the viewer's. */
export async function findNews(
  { memberId }: Viewer,
  id: string,
): Promise<Pick<Conversation, "newest" | "partnerReadTo"> | null> {
  const [row] = await db().$queryPrepared<Pick<Conversation, "newest" | "partnerReadTo">[]>`
    WITH two AS (
      SELECT "menteeId", "mentorId" FROM "relationships" WHERE "id" = ${id}::uuid
      UNION ALL SELECT "lowerId", "higherId" FROM "conversations" WHERE "relationshipId" = ${id}::uuid
      LIMIT 1
    )
    SELECT coalesce(c."newest", 0) AS "newest", coalesce(theirs."readTo", 0) AS "partnerReadTo"
    FROM two
    LEFT JOIN "conversations" c ON ${isConversationOf("c", "two")}
    ${readersOf(memberId)}
    WHERE ${memberId}::uuid IN (two."menteeId", two."mentorId")`;
  return row ?? null;
}

/** How far the two have read: `mine` and `theirs`. */
function readersOf(memberId: string): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN "conversation_readers" mine ON mine."relationshipId" = c."relationshipId" AND mine."memberId" = ${memberId}::uuid
    LEFT JOIN "conversation_readers" theirs ON theirs."relationshipId" = c."relationshipId" AND theirs."memberId" <> ${memberId}::uuid`;
}
