import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";

/** When the viewer, unavailable now, is made available again; null when they say so themselves. */
export async function findReturn({ memberId }: Viewer): Promise<Date | null> {
  const profile = await db().mentorProfile.findUnique({ where: { memberId }, select: { availableAgainAt: true } });
  return profile?.availableAgainAt ?? null;
}
