"use client";

import { useState, useSyncExternalStore } from "react";

/**
 * The line above the first message that was new when the page was opened. It stays although the message counts as read a
 * moment later, and does not appear above what comes while the page is open.
 */
export function NewFromHere({ isFirst }: { isFirst: boolean }) {
  const isWithThePage = useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  );
  const [isShown] = useState(isFirst && isWithThePage);
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
