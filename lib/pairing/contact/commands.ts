import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";

/**
 * Whether the partner of this relationship still sees the viewer's e-mail address once it has ended; each of the two decides about
 * their own. Until they say yes it is not shown. What is none of the viewer's business is `not-found`.
 */
export async function showAddress(
  { memberId }: Viewer,
  relationshipId: string,
  isShown: boolean,
  now: Date,
): Promise<Result<null, "not-found">> {
  const isMine = { id: relationshipId, OR: [{ menteeId: memberId }, { mentorId: memberId }] };
  if ((await db().relationship.count({ where: isMine })) === 0) return refuse("not-found");
  if (!isShown) {
    await db().keptAddress.deleteMany({ where: { relationshipId, memberId } });
    return done(null);
  }
  await db().$executeRaw`
    INSERT INTO "kept_addresses" ("relationshipId", "memberId", "at") VALUES (${relationshipId}::uuid, ${memberId}::uuid, ${now}::timestamptz)
    ON CONFLICT DO NOTHING`;
  return done(null);
}
