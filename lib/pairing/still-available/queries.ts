import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { isOpen } from "./deadlines";

interface Asked {
  round: number;
  askedAt: Date | null;
  answeredAt: Date | null;
  isAvailable: boolean;
}

/** The last question to a mentor who may sign in; null when they have never been asked, or may not. */
export async function findQuestion(memberId: string): Promise<Asked | null> {
  const [asked] = await db().$queryRaw<Asked[]>`
    SELECT c."round", c."askedAt", c."answeredAt", p."isAvailable"
    FROM "availability_checks" c JOIN "members" m ON m."id" = c."memberId" JOIN "mentor_profiles" p ON p."memberId" = m."id"
    WHERE c."memberId" = ${memberId}::uuid AND c."round" > 0 AND m."isMentor" AND m."status" = 'active'
      AND m."standing" = 'current'`;
  return asked ?? null;
}

/** For a mentor's Home, in one query: whether there is a profile, and the question that waits for them, by its round. */
export async function findMentorHome(
  { memberId }: Viewer,
  { society: { timeZone } }: Settings,
  now: Date,
): Promise<{ hasProfile: boolean; question: number | null }> {
  const [row] = await db().$queryRaw<Asked[]>`
    SELECT coalesce(c."round", 0) AS "round", c."askedAt", c."answeredAt", p."isAvailable"
    FROM "mentor_profiles" p LEFT JOIN "availability_checks" c ON c."memberId" = p."memberId"
    WHERE p."memberId" = ${memberId}::uuid`;
  const isAsked = row?.isAvailable && isOpen(row, timeZone, now);
  return { hasProfile: row !== undefined, question: isAsked ? row.round : null };
}
