"use client";

import { useSyncExternalStore } from "react";

/** Whether this is rendered for a document that was there before its scripts: on the server, and when React takes it over in the browser. */
export function useIsHydrating(): boolean {
  return useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
}

function never(): () => void {
  return () => {};
}
