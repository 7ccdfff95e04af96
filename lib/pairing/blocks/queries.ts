import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";

/** More than anybody blocks; the newest are shown. */
const MOST_SHOWN = 200;

export interface Known {
  memberId: string;
  name: string;
  /** The viewer has blocked them already. */
  isBlocked: boolean;
}

/**
 * A member whom the viewer may block: the two have or had a proposal or a question, the viewer is a mentee and can see their profile, or
 * the viewer has blocked them already. Null for everybody else, and so for a mentor who has blocked a mentee they never dealt with.
 */
export async function findKnown({ memberId: me, isMentee }: Viewer, memberId: string): Promise<Known | null> {
  if (!isId(memberId) || memberId === me) return null;
  const [known] = await db().$queryRaw<Known[]>`
    SELECT m."id" AS "memberId", m."name",
      EXISTS (SELECT FROM "blocks" WHERE "blockerId" = ${me}::uuid AND "blockedId" = m."id") AS "isBlocked"
    FROM "members" m
    WHERE m."id" = ${memberId}::uuid AND m."erasedAt" IS NULL AND (
      EXISTS (SELECT FROM "proposals" WHERE "menteeId" = ${me}::uuid AND "mentorId" = m."id")
      OR EXISTS (SELECT FROM "proposals" WHERE "menteeId" = m."id" AND "mentorId" = ${me}::uuid)
      OR EXISTS (SELECT FROM "conversations" WHERE "lowerId" = least(${me}::uuid, m."id") AND "higherId" = greatest(${me}::uuid, m."id"))
      OR EXISTS (SELECT FROM "blocks" WHERE "blockerId" = ${me}::uuid AND "blockedId" = m."id")
      OR ${isMentee} AND NOT are_blocked(${me}::uuid, m."id") AND (
        EXISTS (SELECT FROM "mentor_listings" WHERE "memberId" = m."id")
        OR EXISTS (SELECT FROM "mentor_marks" WHERE "memberId" = ${me}::uuid AND "mentorId" = m."id")))`;
  return known ?? null;
}

/** Whom the viewer has blocked, newest first. */
export async function findBlocked({ memberId }: Viewer): Promise<{ memberId: string; name: string; at: Date }[]> {
  return db().$queryRaw`
    SELECT m."id" AS "memberId", m."name", b."at" FROM "blocks" b JOIN "members" m ON m."id" = b."blockedId"
    WHERE b."blockerId" = ${memberId}::uuid ORDER BY b."at" DESC, m."id" LIMIT ${MOST_SHOWN}`;
}
