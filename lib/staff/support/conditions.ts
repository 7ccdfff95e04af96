import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";

/**
 * Whether what is written is in the request `id` already: under this key, whatever it says, or as the last words of its thread.
 * Whoever
 * goes back in the browser and presses once more has a new form with the old words in it. `state` is what an answer leaves
 * behind;
 * without `words` the key alone counts.
 */
export function isWritten(
  { memberId }: Pick<Viewer, "memberId">,
  { id, entryId, kind, words, state }: { id: string; entryId: string; kind: Kind; words: string | null; state?: string },
): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM "support_entries" e
    WHERE e."requestId" = ${id}::uuid AND e."authorId" = ${memberId}::uuid AND (e."id" = ${entryId}::uuid OR (
      e."kind" = ${kind} AND e."words" = ${words} AND e."state" IS NOT DISTINCT FROM ${state ?? null}
      AND NOT EXISTS (SELECT FROM "support_entries" l WHERE l."requestId" = e."requestId" AND l."at" > e."at"
        AND (l."kind" = 'note') = (e."kind" = 'note')))))`;
}

/** What was written under this key, and with how many files; null when nothing was. */
export async function findWritten(
  { memberId }: Pick<Viewer, "memberId">,
  entryId: string,
): Promise<{ words: string; state: string | null; files: string[] } | null> {
  const [row] = await db().$queryRaw<{ words: string; state: string | null; files: string[] }[]>`
    SELECT e."words", e."state", coalesce((SELECT array_agg(a."name" || ' ' || a."size" ORDER BY a."name", a."size")
        FROM "support_attachments" a WHERE a."entryId" = e."id"), '{}') AS "files"
    FROM "support_entries" e WHERE e."id" = ${entryId}::uuid AND e."authorId" = ${memberId}::uuid`;
  return row ?? null;
}

type Kind = "member" | "answer" | "note";

/** Whether the actor is still staff at this moment, no matter what the session says. */
export function isStaffNow({ memberId }: Pick<Viewer, "memberId">): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "members" s WHERE s."id" = ${memberId}::uuid AND s."staff" <> 'none' AND s."status" = 'active')`;
}
