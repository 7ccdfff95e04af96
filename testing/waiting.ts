import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { readWaiting, type WaitingRow, waitingValue } from "@/lib/people/waiting/queries";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";

/** What these sources find for a member, as Home lists it. */
export async function listWaiting(sources: readonly WaitingSource[], viewer: Viewer, now: Date): Promise<Found[]> {
  const [row] = await db().$queryRaw<{ waiting: WaitingRow[] }[]>`SELECT ${waitingValue(sources, viewer, now)} AS "waiting"`;
  return readWaiting(row?.waiting ?? []);
}
