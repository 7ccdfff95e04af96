import { db, Prisma } from "@/lib/foundation/db/client";
import { atStart } from "@/lib/foundation/wording";
import { openShown } from "./attached";
import type { Entry, ShownMessage } from "./request";

/** What was written in a request, oldest first; notes only for staff. The caller has to check who may read it. */
export async function loadEntries(requestId: string, hasNotes: boolean): Promise<Entry[]> {
  const rows = await db().$queryRaw<Entry[]>`
    SELECT e."id", e."kind", m."name" AS "authorName", e."words", e."state", e."at",
      coalesce((SELECT json_agg(json_build_object('id', a."id", 'name', a."name", 'size', a."size",
          'isPicture', a."picture" IS NOT NULL) ORDER BY a."name", a."id")
        FROM "support_attachments" a WHERE a."entryId" = e."id"), '[]') AS "attachments"
    FROM "support_entries" e JOIN "members" m ON m."id" = e."authorId"
    WHERE e."requestId" = ${requestId}::uuid ${hasNotes ? Prisma.empty : Prisma.sql`AND e."kind" <> 'note'`}
    ORDER BY e."at", e."id"`;
  return rows.map((row) => ({ ...row, authorName: atStart(row.authorName) }));
}

/** The messages that the member chose to show, in the order of the conversation. The caller has to check who may read them. */
export async function loadShown(requestId: string): Promise<ShownMessage[]> {
  const rows = await db().$queryRaw<{ number: number; senderName: string; words: string | null; sentAt: Date }[]>`
    SELECT s."number", m."name" AS "senderName", s."words", s."sentAt"
    FROM "support_messages" s JOIN "members" m ON m."id" = s."senderId"
    WHERE s."requestId" = ${requestId}::uuid ORDER BY s."number"`;
  return rows.map(({ words, senderName, ...row }) => ({
    ...row,
    senderName: atStart(senderName),
    words: openShown(requestId, row.number, words),
  }));
}

export interface AttachedFile {
  name: string;
  picture: Uint8Array<ArrayBuffer> | null;
  pdf: Uint8Array<ArrayBuffer> | null;
}
