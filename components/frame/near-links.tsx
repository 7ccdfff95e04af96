"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { isWaiting } from "./waiting";

type Kind = NonNullable<Parameters<ReturnType<typeof useRouter>["prefetch"]>[1]>["kind"];

/** How long a pointer or the focus rests on a link before its page is fetched: passing over a list of links fetches nothing. */
const RESTS_FOR = 80;
/** How long a link of the main path has to be in sight. */
const IN_SIGHT_FOR = 1000;

/** The others of the main path follow one by one, so that whoever taps meanwhile waits behind one page at most. */
const ONE_AFTER_THE_OTHER = 150;

/** Pages that search, or count over all there is: they are fetched when they are asked for, and not before. */
const IS_HEAVY = /^\/(mentors|admin\/(audit|board|mail|reports\/[^/]+|system))$/;

/**
 * Fetches a page shortly before it is asked for: where the pointer or the focus rests, and on a screen without a pointer the main path.
 * A finger is no sign: it comes a tenth of a second before its tap, so that the page would be asked for twice, and no sooner.
 */
export function NearLinks() {
  const router = useRouter();
  const path = usePathname();

  useEffect(() => {
    if (isSaving()) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => clearTimeout(timer);
    const fetchAhead = (link: HTMLAnchorElement) => {
      if (!isWaiting()) router.prefetch(addressOf(link), FULL);
    };
    const approach = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-page]") : null;
      leave();
      if (!link || !mayFetch(link) || (event instanceof PointerEvent && event.pointerType === "touch")) return;
      timer = setTimeout(() => fetchAhead(link), RESTS_FOR);
    };
    document.addEventListener("pointerover", approach);
    document.addEventListener("focusin", approach);
    document.addEventListener("focusout", leave);
    return () => {
      leave();
      document.removeEventListener("pointerover", approach);
      document.removeEventListener("focusin", approach);
      document.removeEventListener("focusout", leave);
    };
  }, [router]);

  // Anew on each page, although the links stay: what was fetched is thrown away after half a minute, and with every form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is the occasion
  useEffect(() => {
    if (isSaving() || matchMedia("(hover: hover)").matches) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const seen = [...document.querySelectorAll<HTMLAnchorElement>('a[data-page="main"]')].filter(isInSight);
        fetchNext(seen.filter(mayFetch).map(addressOf));
      }, IN_SIGHT_FOR);
    };
    // A bar that scrolls by itself shows other links then; the page moves no link of the main path.
    const lookAgain = ({ target }: Event) => {
      if (target instanceof Element && target.querySelector('a[data-page="main"]')) look();
    };
    const fetchNext = ([next, ...others]: string[]) => {
      // The page that somebody waits for has the network and the processor to itself; the next page begins anew here.
      if (next === undefined || isWaiting()) return;
      router.prefetch(next, FULL);
      timer = setTimeout(fetchNext, ONE_AFTER_THE_OTHER, others);
    };
    look();
    document.addEventListener("scroll", lookAgain, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("scroll", lookAgain, { capture: true });
    };
  }, [router, path]);

  return null;
}

/** Next's name for "the whole page"; its enumeration is not part of what it exports. */
const FULL = { kind: "full" as Kind };

function mayFetch({ pathname, search }: HTMLAnchorElement): boolean {
  return !IS_HEAVY.test(pathname) && (pathname !== location.pathname || search !== location.search);
}

function addressOf({ pathname, search }: HTMLAnchorElement): string {
  return `${pathname}${search}`;
}

function isInSight(link: HTMLAnchorElement): boolean {
  const { top, bottom, left, right, width } = link.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}

/** Somebody has asked their browser to be sparing. */
function isSaving(): boolean {
  return (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
