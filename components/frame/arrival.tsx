"use client";

import { useRouter } from "next/navigation";
import { Fragment, type ReactNode, useEffect, useLayoutEffect } from "react";
import type { FrameFacts } from "@/lib/people/auth/frame-facts";
import { isFrameOld, receiveCounts } from "./frame-state";
import { beginArriving, endWaiting } from "./waiting";

interface ArrivalFacts extends Omit<FrameFacts, "news" | "asked"> {
  /** Notifications that are new once this page has been opened. */
  unread: number;
}

/** A page that was fetched earlier than this is shown at once, and made anew while it is being read. */
const FRESH_FOR = 15_000;

/** Of this document: whom it was loaded for, and when its newest page was made. */
let bearer: string | null = null;
let newest: { madeAt: number; at: number } | null = null;

/**
 * Around the content of every page. Makes a page that came without a document behave like one: it begins afresh although only the
 * query of its address differs, takes the focus to its heading, brings the frame up to date, and is never an old one. A document
 * belongs to one person in one role: a page for anybody else loads a new one.
 */
export function Arrival({ facts, children }: { facts: ArrivalFacts; children: ReactNode }) {
  const isForeign = bearer !== null && bearer !== "" && bearer !== facts.who;
  // In the same moment as the address changes, so that nothing comes in between.
  useLayoutEffect(() => {
    if (isForeign) location.reload();
  }, [isForeign]);
  if (isForeign) return null;
  return (
    <Fragment key={facts.query}>
      {children}
      <Arrived facts={facts} />
    </Fragment>
  );
}

function Arrived({ facts: { who, look, madeAt, unread, unreadMessages } }: { facts: ArrivalFacts }) {
  const router = useRouter();

  useLayoutEffect(beginArriving, []);
  useLayoutEffect(() => receiveCounts({ unread, unreadMessages }), [unread, unreadMessages]);

  // Once, when the page appears; what the page says later is the next effect's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is the occasion, not an ingredient
  useEffect(() => {
    const isDocument = bearer === null;
    // After a document that was no page, nothing says how old this one is.
    const unknown = isDocument ? 0 : Number.POSITIVE_INFINITY;
    const age = newest === null ? unknown : newest.madeAt + performance.now() - newest.at - madeAt;
    bearer = who;
    if (!isDocument) focusHeading();
    // Without a connection the browser would put its own page in the place of this one.
    if (navigator.onLine && (isFrameOld(look) || age > FRESH_FOR)) router.refresh();
  }, []);

  useEffect(() => {
    newest = { madeAt, at: performance.now() };
    endWaiting();
  }, [madeAt]);

  return null;
}

/** Where there is no page: the facts are those that its document came with. */
export function ArrivedNowhere({ who }: { who: string }) {
  useLayoutEffect(beginArriving, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is the occasion, not an ingredient
  useEffect(() => {
    const isDocument = bearer === null;
    bearer = who;
    if (!isDocument) focusHeading();
    endWaiting();
  }, []);
  return null;
}

/** A screen reader goes on from there, as at the top of a document. What has asked for the focus by itself keeps it. */
function focusHeading(): void {
  const main = document.getElementById("main");
  if (main?.contains(document.activeElement) && document.activeElement !== main) return;
  main?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}
