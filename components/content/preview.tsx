"use client";

import { useContext, useRef } from "react";
import { FormContext } from "@/components/ui/form-context";
import { useFocus } from "@/components/ui/take-focus";
import { DocumentText } from "./document-text";

/** Inside a form that came back to be looked at: what was typed, as members would read it. Takes the focus. */
export function Preview() {
  const { preview, errors } = useContext(FormContext);
  const box = useRef<HTMLElement>(null);
  const isFit = Object.keys(errors).length === 0;
  useFocus(box, preview);
  if (!preview || preview === true) return null;
  return (
    <section
      // What is wrong comes first.
      ref={isFit ? box : null}
      tabIndex={-1}
      aria-labelledby="preview"
      className="grid grid-cols-1 gap-5 rounded-[0.5rem] border border-rule bg-sheet px-6 py-6"
    >
      <div className="border-l-4 border-accent bg-tint px-5 py-3.5">
        <h2 id="preview" className="font-sans text-base font-[650]">
          Preview
        </h2>
        <p>This is how members would read it. Nothing is saved yet: the form is below.</p>
      </div>
      <div>
        <p className="font-serif text-[1.9rem] leading-tight font-medium">{preview.title}</p>
        {preview.lede && <p className="mt-2 font-lede text-[1.2rem] leading-[1.45] text-soft italic">{preview.lede}</p>}
      </div>
      <DocumentText blocks={preview.blocks} />
    </section>
  );
}
