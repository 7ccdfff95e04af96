"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef, useState } from "react";
import { reached } from "@/components/ui/reached";
import { useEarlyReader } from "@/components/ui/take-focus";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import { markShown } from "./actions";
import { watch } from "./watch";

interface LiveProps {
  relationshipId: string;
  newest: number;
  partnerReadTo: number;
  unread: number;
  isOpen: boolean;
}

/** Keeps an open conversation up to date: asks for what is new, says that it was shown, and keeps the newest in sight. */
export function Live({ relationshipId, newest, partnerReadTo, unread, isOpen }: LiveProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const isBelow = useNewestInSight(newest);

  useEffect(() => {
    if (!isOpen) return;
    const address = `/relationships/${relationshipId}/messages/new?after=${newest}&read=${partnerReadTo}`;
    return watch(address, { onNews: () => router.refresh(), onProblem: setProblem });
  }, [router, relationshipId, newest, partnerReadTo, isOpen]);

  useEffect(() => {
    if (unread === 0) return;
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", tell);
      const form = new FormData();
      form.set("relationshipId", relationshipId);
      form.set("shown", String(newest));
      startTransition(async () => {
        // Without a connection it is said with the next page.
        await reached(markShown)(UNTOUCHED, form);
      });
    };
    document.addEventListener("visibilitychange", tell);
    tell();
    return () => document.removeEventListener("visibilitychange", tell);
  }, [relationshipId, newest, unread]);

  return (
    <div role="status" className={problem || isBelow ? "text-center" : "sr-only"}>
      {problem && <p>{problem}</p>}
      {isBelow && <a href="#end">There are new messages below</a>}
    </div>
  );
}

/**
 * Begins at what is new, or at the newest, unless the address says where or whoever reads has scrolled already. Later follows the newest,
 * but only for those who are there: whoever reads further up is told that something is below.
 */
function useNewestInSight(newest: number): boolean {
  const isAtEnd = useRef(true);
  const last = useRef<number | null>(null);
  const [isBelow, setIsBelow] = useState(false);
  const isEarly = useEarlyReader();

  useEffect(() => {
    const end = document.getElementById("end");
    if (!end) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        isAtEnd.current = entry?.isIntersecting ?? false;
        if (isAtEnd.current) setIsBelow(false);
      },
      { rootMargin: "0px 0px 240px 0px" },
    );
    observer.observe(end);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const isFirst = last.current === null;
    if (last.current === newest) return;
    last.current = newest;
    const hasScrolled = isEarly() && scrollY > 0;
    if (isFirst && location.hash) return;
    const firstNew = isFirst ? document.getElementById("new") : null;
    if (hasScrolled) setIsBelow(firstNew !== null);
    else if (firstNew) firstNew.scrollIntoView({ block: "center" });
    else if (isFirst || isAtEnd.current) document.getElementById("end")?.scrollIntoView({ block: "end" });
    else setIsBelow(true);
  }, [newest, isEarly]);

  return isBelow;
}
