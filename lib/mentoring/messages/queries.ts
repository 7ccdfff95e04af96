import { db, Prisma } from "@/lib/foundation/db/client";
import { openText } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { ERASED_WORDS } from "@/lib/foundation/wording";
import { isPartner } from "@/lib/pairing/relationships/access-sql";
import type { Conversation } from "./message";

/** How many messages a page has. */
export const PAGE_SIZE = 30;

interface Row {
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
 * The newest messages of a relationship, or those before the number `before`, in one query, which is as quick in a long
 * conversation as in a short one. The caller has checked that the relationship is the viewer's (findRelationship).
 */
export async function findConversation(
  { memberId }: Viewer,
  relationshipId: string,
  before: number | null = null,
): Promise<Conversation> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT m."number", m."senderId", m."key", m."body", m."sentAt", c."newest",
      coalesce(mine."unread", 0) AS "unread", coalesce(mine."readTo", 0) AS "readTo", coalesce(theirs."readTo", 0) AS "partnerReadTo"
    FROM "messages" m
    JOIN "conversations" c ON c."relationshipId" = m."relationshipId"
    LEFT JOIN "conversation_readers" mine ON mine."relationshipId" = m."relationshipId" AND mine."memberId" = ${memberId}::uuid
    LEFT JOIN "conversation_readers" theirs
      ON theirs."relationshipId" = m."relationshipId" AND theirs."memberId" <> ${memberId}::uuid
    WHERE m."relationshipId" = ${relationshipId}::uuid ${before === null ? Prisma.empty : Prisma.sql`AND m."number" < ${before}`}
    ORDER BY m."number" DESC
    LIMIT ${PAGE_SIZE + 1}`;
  const page = rows.slice(0, PAGE_SIZE).reverse();
  const { newest = 0, unread = 0, readTo = 0, partnerReadTo = 0 } = rows[0] ?? {};
  return {
    messages: page.map(({ number, senderId, key, body, sentAt }) => ({
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
  relationshipId: string,
): Promise<Pick<Conversation, "newest" | "partnerReadTo"> | null> {
  const [row] = await db().$queryRaw<Pick<Conversation, "newest" | "partnerReadTo">[]>`
    SELECT coalesce(c."newest", 0) AS "newest", coalesce(theirs."readTo", 0) AS "partnerReadTo"
    FROM "relationships" r
    LEFT JOIN "conversations" c ON c."relationshipId" = r."id"
    LEFT JOIN "conversation_readers" theirs ON theirs."relationshipId" = r."id" AND theirs."memberId" <> ${memberId}::uuid
    WHERE r."id" = ${relationshipId}::uuid AND ${isPartner({ memberId })}`;
  return row ?? null;
}
