"use client";

import { useEffect } from "react";

/** Says in the document that a page is on its way. The style sheet shows it, and only when it takes a moment. */
export function Waiting() {
  useEffect(() => {
    // React's own listener, which lets Next follow the link, was there first.
    const begin = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-page]") : null;
      if (link && event.defaultPrevented && !isHere(link)) document.documentElement.dataset.waiting = "";
    };
    document.addEventListener("click", begin);
    return () => document.removeEventListener("click", begin);
  }, []);
  return null;
}

export function endWaiting(): void {
  delete document.documentElement.dataset.waiting;
}

/** A place on the page that is open already: nothing comes. */
function isHere({ pathname, search }: HTMLAnchorElement): boolean {
  return pathname === location.pathname && search === location.search;
}
