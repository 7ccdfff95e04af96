import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";

/** Marks everything that the viewer was told as read. Returns how many were unread. */
export async function markAllRead(viewer: Viewer, now: Date): Promise<number> {
  const { count } = await db().notification.updateMany({
    where: { memberId: viewer.memberId, readAt: null },
    data: { readAt: now },
  });
  return count;
}

/** Marks one of the viewer's own as read. False when it is not theirs, not there, or was read before. */
export async function markRead(viewer: Viewer, key: string, now: Date): Promise<boolean> {
  const { count } = await db().notification.updateMany({
    where: { key, memberId: viewer.memberId, readAt: null },
    data: { readAt: now },
  });
  return count > 0;
}
