"use client";

import { useLayoutEffect, useSyncExternalStore } from "react";

interface Counts {
  /** Notifications. */
  unread: number;
  unreadMessages: number;
}

/** What the newest page said, in this document; null until one has arrived. */
let counts: Counts | null = null;
/** How the frame looks that is on the screen. */
let look: string | null = null;
const listeners = new Set<() => void>();

export function receiveCounts({ unread, unreadMessages }: Counts): void {
  if (counts?.unread === unread && counts.unreadMessages === unreadMessages) return;
  counts = { unread, unreadMessages };
  for (const tell of listeners) tell();
}

/** How much is unread, by the newest page; by the frame itself until one has arrived. */
export function useCounts(initial: Counts): Counts {
  const newest = useSyncExternalStore(
    listen,
    () => counts,
    () => null,
  );
  return newest ?? initial;
}

/** For the frame, to say how it looks. Done before `isFrameOld` can be asked, since a page asks in an effect. */
export function useLook(shown: string): void {
  useLayoutEffect(() => {
    look = shown;
  }, [shown]);
}

/** Whether a page says that the frame around it should look different. */
export function isFrameOld(wanted: string): boolean {
  return look !== null && look !== wanted;
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
