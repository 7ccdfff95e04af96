"use client";

import { useRef } from "react";
import type { FormState } from "@/lib/entrypoints/form-state";
import { useFocus } from "./take-focus";

/** What is wrong with a form that came back, each sentence a link to its field. Takes the focus. */
export function ErrorSummary({ state }: { state: FormState }) {
  const box = useRef<HTMLDivElement>(null);
  // Each answer is a new state: the focus comes back here although the sentences may be the same.
  useFocus(box, state);
  const lines = Object.entries(state.errors).flatMap(([key, sentences]) =>
    (sentences ?? []).map((sentence) => ({ field: key.replace(/\[.*$/, ""), sentence })),
  );
  const unique = lines.filter((line, i) => lines.findIndex((other) => other.sentence === line.sentence) === i);
  const [clashing] = Object.keys(state.theirs?.texts ?? {});
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-7 grid gap-2 rounded-[0.35rem] border-2 border-danger bg-danger-tint px-5 py-4"
    >
      <h2 className="text-xl">{headingOf(state)}</h2>
      {state.message !== null && <p>{state.message}</p>}
      {clashing !== undefined && (
        <p>
          <a href={`#${clashing}`} className="font-semibold text-danger">
            Go to the first one
          </a>
        </p>
      )}
      {state.link && (
        <p>
          <a href={state.link.href} target="_blank" rel="noreferrer" className="font-semibold text-danger">
            {state.link.label}
          </a>
        </p>
      )}
      {unique.length > 0 && (
        <ul className="grid gap-1">
          {unique.map(({ field, sentence }) => (
            <li key={sentence}>
              {field === "" ? (
                sentence
              ) : (
                <a href={`#${field}`} className="font-semibold text-danger">
                  {sentence}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function headingOf({ message, theirs }: FormState): string {
  if (theirs && Object.keys(theirs.texts).length > 0) return "Both of you have written here";
  return message === null ? "Please look at this again" : "That did not work";
}
