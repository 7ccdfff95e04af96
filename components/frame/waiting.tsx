"use client";

import { useEffect } from "react";

/** Says in the document that a page is on its way. The style sheet shows it, and only when it takes a moment. */
export function Waiting() {
  useEffect(() => {
    // React's own listener, which follows the link or sends the form, was there first.
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-page]") : null;
      if (link && event.defaultPrevented && !isHere(link)) beginWaiting();
    };
    const search = (event: SubmitEvent) => {
      if (event.target instanceof Element && event.target.matches("form[data-page]") && event.defaultPrevented) beginWaiting();
    };
    document.addEventListener("click", follow);
    document.addEventListener("submit", search);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("submit", search);
    };
  }, []);
  return null;
}

function beginWaiting(): void {
  document.documentElement.dataset.waiting = "";
}

/** Whether a page has been asked for and is not there yet. */
export function isWaiting(): boolean {
  return "waiting" in document.documentElement.dataset;
}

export function endWaiting(): void {
  delete document.documentElement.dataset.waiting;
}

/**
 * The page that was asked for is in the document, and about to be painted: the style sheet leaves out what is beyond the screen until
 * that has been. Going back, or to a place on a page, has to know how high everything is.
 */
export function beginArriving(): void {
  if (!isWaiting() || location.hash !== "") return;
  const { dataset } = document.documentElement;
  dataset.arriving = "";
  requestAnimationFrame(() => setTimeout(() => delete dataset.arriving));
}

/** A place on the page that is open already: nothing comes. */
function isHere({ pathname, search }: HTMLAnchorElement): boolean {
  return pathname === location.pathname && search === location.search;
}
