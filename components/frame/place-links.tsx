"use client";

import { useEffect } from "react";

/**
 * A link to a place on the same page makes an entry of the browser's own, of which the router knows nothing: whoever went on from there and
 * came back would stay where they were. It gets what the entry before it has, since the page is the same.
 */
export function PlaceLinks() {
  useEffect(() => {
    let before: unknown = null;
    const press = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href^="#"]')) before = history.state ?? before;
    };
    const arrive = () => {
      if (history.state === null && before !== null) history.replaceState(before, "", location.href);
    };
    document.addEventListener("click", press, true);
    addEventListener("hashchange", arrive);
    return () => {
      document.removeEventListener("click", press, true);
      removeEventListener("hashchange", arrive);
    };
  }, []);
  return null;
}
