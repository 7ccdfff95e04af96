import { db } from "@/lib/foundation/db/client";
import { type Notices, needs } from "@/lib/notify/notices/define";

/**
 * Of these mails, the keys of those that tell of messages which have been read meanwhile: the quiet spell that they are for
 * is over. One query, and none when there is no mail about messages.
 */
export async function findReadMeanwhile(
  notices: Notices,
  mails: readonly { key: string; kind: string }[],
): Promise<Set<string>> {
  const keys = mails.flatMap(({ key, kind }) => (needs(notices, kind, "unread") ? [key] : []));
  if (keys.length === 0) return new Set();
  const rows = await db().$queryRaw<{ key: string }[]>`
    SELECT m."key" FROM "mails" m
    WHERE m."key" = ANY(${keys}::text[]) AND NOT EXISTS (
      SELECT 1 FROM "conversation_readers" r
      WHERE r."relationshipId" = m."proposalId" AND r."memberId" = m."memberId" AND r."unread" > 0
        AND m."key" = 'messages:' || r."relationshipId" || ':' || r."memberId" || ':' || r."spell")`;
  return new Set(rows.map(({ key }) => key));
}
