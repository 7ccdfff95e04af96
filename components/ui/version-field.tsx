"use client";

import { type InputEvent, useContext, useEffect, useRef, useState } from "react";
import { areSame, holdWords, isTypedIn, readWords } from "./draft-fields";
import type { Field } from "./drafts";
import { SendingContext, useField } from "./form-context";

/**
 * The version that an edit stands on, so that nobody overwrites what they have not seen: it goes with the form unseen. A page that is
 * made anew brings newer words and their version, which count as long as nothing has been typed.
 */
export function VersionField({ name, initial }: { name: "base" | "seen" | "version"; initial: string | number }) {
  const newest = useField(name, [String(initial)]).values[0] ?? "";
  const isSending = useContext(SendingContext);
  const here = useRef<HTMLInputElement>(null);
  const [version, setVersion] = useState(newest);
  const wasSending = useRef(false);
  /** What stood in the form at first; null where somebody had typed before the scripts came. */
  const start = useRef<Field[] | null>(undefined);

  useEffect(() => {
    const form = here.current?.form;
    if (!form) return;
    const isSaved = wasSending.current && !isSending;
    wasSending.current = isSending;
    if (start.current === undefined) {
      start.current = isTypedIn(form) ? null : readWords(form);
      holdWords(form);
      return;
    }
    if (isSending || (version === newest && !isSaved)) return;
    if (!isSaved) {
      if (start.current === null || !areSame(start.current, readWords(form))) return;
      // A box keeps its words when the page brings others.
      form.reset();
    }
    start.current = readWords(form);
    holdWords(form);
    setVersion(newest);
  }, [newest, isSending, version]);

  // A draft that is put back brings its own.
  const take = (event: InputEvent<HTMLInputElement>) => setVersion(event.currentTarget.value);
  return <input ref={here} type="hidden" name={name} data-version="" defaultValue={version} onInput={take} />;
}
