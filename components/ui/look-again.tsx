"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_SECONDS = 2;

/** Looks every two seconds how far something has got, as long as it is on the page; without a script the browser does. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_SECONDS * 1000);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(EVERY_SECONDS)} />
    </noscript>
  );
}
