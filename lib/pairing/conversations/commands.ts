import { db, Prisma } from "@/lib/foundation/db/client";
import { type Kept, once } from "@/lib/foundation/once";
import { type Refusal, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { partOf } from "@/lib/pairing/relationships/access";
import { openRelationship } from "@/lib/pairing/relationships/access-sql";
import { conversationOf } from "./access-sql";
import type { RefusalReason } from "./conversation";
import { write } from "./save";

interface Draft {
  relationshipId: string;
  key: string;
  words: string;
}

/**
 * Sends a message to the viewer's partner: once, however often the same form arrives. Refuses what is none of the viewer's
 * business, a relationship that has ended, and more than MOST_PER_HOUR in an hour. Nobody's words are lost: other words
 * under a key that was used are another message.
 */
export async function send(
  viewer: Viewer,
  { relationshipId, key, words }: Draft,
  now: Date,
): Promise<Kept<void> | Refusal<RefusalReason>> {
  const open = Prisma.sql`SELECT r.*, r."id" AS "proposalId" FROM (${openRelationship(viewer, relationshipId, now)}) r`;
  const sent = await once(key, words, (key) => write(viewer, open, { place: relationshipId, key, words }, now));
  if (sent.ok || sent.reason === "too-many") return sent as Kept<void> | Refusal<RefusalReason>;
  return refuse((await isTheirs(viewer, relationshipId)) ? "ended" : "not-found");
}

async function isTheirs(viewer: Viewer, id: string): Promise<boolean> {
  const found = await db().relationship.findUnique({ where: { id }, select: { menteeId: true, mentorId: true } });
  return found !== null && partOf(viewer, found) !== null;
}

/**
 * The viewer was shown the conversation up to `shown`: all is read, and so is the notification of it, unless something newer
 * has come, which their page will show first. Ended or not. Returns whether anything was unread. `id` is the conversation's or
 * that of a relationship of the two.
 */
export async function markSeen(viewer: Viewer, id: string, shown: number, now: Date): Promise<boolean> {
  const [answer] = await db().$queryRaw<{ count: number }[]>`
    WITH read AS (
      UPDATE "conversation_readers" r SET "unread" = 0, "readTo" = r."newest", "readAt" = ${now}::timestamptz
      WHERE r."relationshipId" = ${conversationOf(id)} AND r."memberId" = ${viewer.memberId}::uuid
        AND r."unread" > 0 AND r."newest" <= ${shown}
      RETURNING 'messages:' || r."relationshipId" || ':' || r."memberId" || ':' || r."spell" AS "key"
    ), noticed AS (
      UPDATE "notifications" n SET "readAt" = ${now}::timestamptz FROM read WHERE n."key" = read."key" AND n."readAt" IS NULL
    )
    SELECT count(*)::integer AS "count" FROM read`;
  return (answer?.count ?? 0) > 0;
}
