"use client";

import { useEffect, useRef } from "react";
import { forgetSent } from "./drafts";
import { useFocus } from "./take-focus";

const LOOK = {
  done: { role: "status", className: "border-accent bg-tint" },
  problem: { role: "alert", className: "border-danger bg-danger-tint" },
} as const;

/** What has just been done, or why not. Takes the focus, so that it is read out and the next Tab goes on from here. */
export function Message({ sentence, kind }: { sentence: string; kind: keyof typeof LOOK }) {
  const box = useRef<HTMLParagraphElement>(null);
  // Another sentence is another occasion, though the box is the same.
  useFocus(box, sentence);
  useEffect(() => {
    if (kind === "done") forgetSent();
  }, [kind]);
  const { role, className } = LOOK[kind];
  return (
    <p ref={box} role={role} tabIndex={-1} className={`max-w-none border-l-4 px-5 py-3.5 font-semibold ${className}`}>
      {sentence}
    </p>
  );
}
