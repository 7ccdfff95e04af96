"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_SECONDS = 2;

/** Refreshes the page every two seconds to show progress; without JavaScript the browser reloads it. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const look = () => {
      // Without a connection the browser would put its own page in the place of this one.
      if (navigator.onLine && document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(look, EVERY_SECONDS * 1000);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(EVERY_SECONDS)} />
    </noscript>
  );
}
