import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { IDLE_SECONDS, SESSION_SECONDS } from "../token";

/** Nobody looks through more; Log Out Everywhere ends them all. */
const MOST_LISTED = 50;

export interface ListedSession {
  id: string;
  device: string;
  signedInAt: Date;
  lastUsedAt: Date;
}

/**
 * Where the member is signed in, the last used first. Sessions keep real time; their instants come back in the product's, which the time
 * machine of the demonstration may have moved.
 */
export async function listSessions({ memberId }: Viewer, now: Date): Promise<ListedSession[]> {
  const real = readRealClock();
  const rows = await db().$queryRaw<ListedSession[]>`
    SELECT s."id", s."device", s."signedInAt", s."lastUsedAt" FROM "sessions" s
    JOIN "members" m ON m."id" = s."memberId" AND m."sessionEpoch" = s."epoch"
    WHERE s."memberId" = ${memberId}::uuid AND s."lastUsedAt" > ${new Date(real - IDLE_SECONDS * 1000)}::timestamptz
      AND s."signedInAt" > ${new Date(real - SESSION_SECONDS * 1000)}::timestamptz
      AND NOT EXISTS (SELECT FROM "ended_sessions" x WHERE x."id" = s."id")
    ORDER BY s."lastUsedAt" DESC, s."id" LIMIT ${MOST_LISTED}`;
  const shifted = (at: Date) => new Date(at.getTime() + now.getTime() - real);
  return rows.map((row) => ({ ...row, signedInAt: shifted(row.signedInAt), lastUsedAt: shifted(row.lastUsedAt) }));
}
