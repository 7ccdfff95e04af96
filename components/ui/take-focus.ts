"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { useIsHydrating } from "./hydrating";

/**
 * Moves the focus to `box` when it appears, and whenever `occasion` is another one. A document can be read, scrolled and typed into
 * before its scripts arrive: whoever has begun by then keeps their place, and the box that they type into.
 */
export function useFocus(box: RefObject<HTMLElement | null>, occasion: unknown): void {
  const isEarly = useEarlyReader();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the occasion is not an ingredient
  useEffect(() => {
    const early = isEarly();
    if (early && isElsewhere()) return;
    box.current?.focus({ preventScroll: early && scrollY > 0 });
  }, [occasion]);
}

/**
 * Says, the first time it is called, whether the document was there before its scripts, so that somebody may be reading it already.
 * From then on, and for a page that came into an open document, the answer is no.
 */
export function useEarlyReader(): () => boolean {
  const isAsked = useRef(!useIsHydrating());
  return useCallback(() => {
    const answer = !isAsked.current;
    isAsked.current = true;
    return answer;
  }, []);
}

function isElsewhere(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}
