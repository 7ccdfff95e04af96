"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { isDone } from "@/lib/entrypoints/form-state";
import { areSame, isTypedIn, readFields, versionOf, writeFields } from "./draft-fields";
import { draftKey, type Field, forgetDraft, type KeptDraft, keepDraft, markSent, readDraft, unmarkSent } from "./drafts";
import { FormContext, SendingContext } from "./form-context";

interface DraftProps {
  memberId: string;
  /** Names the form among all of the member's, such as "swot/<id>". */
  place: string;
}

/** How long somebody pauses in typing before it is kept. */
const PAUSE = 300;

/** Inside a form: keeps what is typed in this browser until it is saved, and puts it back when the member comes again. */
export function Draft({ memberId, place }: DraftProps) {
  const key = draftKey(memberId, place);
  const state = useContext(FormContext);
  const cameBack = Object.keys(state.values).length > 0;
  const isSaved = isDone(state);
  const isSending = useContext(SendingContext);
  const here = useRef<HTMLDivElement>(null);
  const start = useRef<Field[] | null>(null);
  const wasSending = useRef(false);
  /** Somebody typed before the scripts came, so nothing says what stood there at first. */
  const isEarly = useRef<boolean | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);

  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    const begun = start.current ?? readFields(form);
    start.current = begun;
    const isFirst = isEarly.current === null;
    isEarly.current ??= !cameBack && isTypedIn(form);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      const fields = readFields(form);
      if (!cameBack && !isEarly.current && areSame(fields, begun)) forgetDraft(key);
      else keepDraft(key, { at: Date.now(), fields, on: versionOf(form) });
    };
    const keepSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    };
    const keepNow = () => timer && keep();
    const send = () => {
      keep();
      markSent(key);
    };
    const draft = readDraft(key, memberId, Date.now());
    unmarkSent(key);
    const isOlder = draft !== null && !areSame(draft.fields, begun);
    // Drafts of an earlier release do not say.
    const hasMoved = draft?.on !== undefined && draft.on !== versionOf(form);
    // What was typed stays, and what was kept is not lost by it.
    if (isFirst && isEarly.current && isOlder) setKept({ ...draft, isPutBack: false, hasMoved });
    else if (cameBack || isTypedIn(form)) keep();
    // Sent again after it had come back: the form begins afresh, and what is kept is what was just saved.
    else if (isSaved) forgetDraft(key);
    // Words that somebody has saved since are read before they are replaced.
    else if (isOlder && hasMoved) setKept({ ...draft, isPutBack: false, hasMoved });
    else if (isOlder) {
      writeFields(form, draft.fields);
      setKept({ ...draft, isPutBack: true, hasMoved });
    }
    form.addEventListener("input", keepSoon);
    form.addEventListener("submit", send);
    addEventListener("pagehide", keepNow);
    return () => {
      keepNow();
      form.removeEventListener("input", keepSoon);
      form.removeEventListener("submit", send);
      removeEventListener("pagehide", keepNow);
    };
  }, [key, memberId, cameBack, isSaved]);

  // A form that stays on its page after it was saved, as that of a conversation does.
  useEffect(() => {
    if (wasSending.current && !isSending && !cameBack) {
      forgetDraft(key);
      unmarkSent(key);
      setKept(null);
    }
    wasSending.current = isSending;
  }, [key, isSending, cameBack]);

  function discard() {
    const form = here.current?.closest("form");
    if (form && start.current) writeFields(form, start.current);
    forgetDraft(key);
    setKept(null);
  }

  function putBack({ at, fields, hasMoved }: Kept) {
    const form = here.current?.closest("form");
    if (!form) return;
    // What Discard goes back to: the page may have been made anew since it came.
    start.current = readFields(form);
    writeFields(form, fields);
    keepDraft(key, { at, fields, on: versionOf(form) });
    setKept({ at, fields, isPutBack: true, hasMoved });
  }

  return (
    <div ref={here} role="status" className={kept === null ? "hidden" : "border-l-4 border-accent bg-tint px-4 py-2.5"}>
      {kept && (
        <p className="flex flex-wrap gap-x-3">
          {sayKept(kept)}
          <button
            type="button"
            onClick={() => (kept.isPutBack ? discard() : putBack(kept))}
            className="cursor-pointer text-accent underline underline-offset-[0.18em]"
          >
            {kept.isPutBack ? "Discard" : "Put it back"}
          </button>
        </p>
      )}
    </div>
  );
}

/** A draft that was found, and whether it stands in the form now. */
interface Kept extends KeptDraft {
  isPutBack: boolean;
  /** What it was typed on has been changed since. */
  hasMoved: boolean;
}

function sayKept({ at, isPutBack, hasMoved }: Kept): string {
  if (isPutBack) return `We kept what you had typed on ${sayWhen(at)}.`;
  if (hasMoved) return `This has been changed since you typed here on ${sayWhen(at)}. We kept what you had typed.`;
  return `We also kept what you had typed on ${sayWhen(at)}.`;
}

function sayWhen(at: number): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  })
    .format(at)
    .replace(" at ", ", ");
}
