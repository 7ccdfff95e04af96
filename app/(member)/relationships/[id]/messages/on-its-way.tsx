"use client";

import { useContext, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { SendingContext } from "@/components/ui/form-context";

/** Where it is shown: below the messages, on the page. */
const PLACE = "on-its-way";

/**
 * Shows a message in the conversation as soon as Send is pressed. The page that comes back has it among the others; if it could not
 * be sent, the form comes back with its words in the box and says why.
 */
export function OnItsWay({ box }: { box: string }) {
  const isSending = useContext(SendingContext);
  const here = useRef<HTMLSpanElement>(null);
  const [words, setWords] = useState("");

  useEffect(() => {
    const form = here.current?.closest("form");
    const keep = () => setWords(boxOf(form, box)?.value.trim() ?? "");
    form?.addEventListener("submit", keep);
    return () => form?.removeEventListener("submit", keep);
  }, [box]);

  // What is sent has left the box by then.
  useLayoutEffect(() => {
    const field = boxOf(here.current?.closest("form"), box);
    if (!field || !isSending) return;
    field.value = "";
    document.getElementById(PLACE)?.scrollIntoView({ block: "nearest" });
  }, [isSending, box]);

  const place = isSending && words !== "" ? document.getElementById(PLACE) : null;
  return (
    <span ref={here} hidden>
      {place &&
        createPortal(
          <article className="grid min-w-0 max-w-[min(92%,36rem)] gap-1 justify-self-end rounded-[0.6rem] bg-tint px-4 py-2.5">
            <p className="flex flex-wrap gap-x-2 text-[0.88rem] text-soft">
              <span className="font-semibold text-ink">You</span>
              <span>Sending…</span>
            </p>
            <p dir="auto" className="max-w-none whitespace-pre-wrap">
              {words}
            </p>
          </article>,
          place,
        )}
    </span>
  );
}

function boxOf(form: HTMLFormElement | null | undefined, name: string): HTMLTextAreaElement | null {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLTextAreaElement ? field : null;
}
