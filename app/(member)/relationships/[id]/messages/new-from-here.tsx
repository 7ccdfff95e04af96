"use client";

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef, useState } from "react";

const Opening = createContext<RefObject<boolean>>({ current: true });

/** Around a conversation: knows what was there when it was opened, as a document or not, from what has come since. */
export function SinceOpened({ children }: { children: ReactNode }) {
  const isOpening = useRef(true);
  useEffect(() => {
    isOpening.current = false;
  }, []);
  return <Opening value={isOpening}>{children}</Opening>;
}

/**
 * The line above the first message that was new when the page was opened. It stays although the message counts as read a
 * moment later, and does not appear above what comes while the page is open.
 */
export function NewFromHere({ isFirst }: { isFirst: boolean }) {
  const isOpening = useContext(Opening);
  const [isShown] = useState(() => isFirst && isOpening.current);
  if (!isShown) return null;
  return (
    <p
      id="new"
      className="flex items-center gap-4 text-[0.92rem] font-semibold text-accent before:flex-1 before:border-t after:flex-1 after:border-t"
    >
      New
    </p>
  );
}
