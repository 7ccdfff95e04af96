"use client";

import { type ReactNode, useContext } from "react";
import { TAKE } from "@/lib/entrypoints/form-state";
import { FormContext } from "./form-context";

/** A box, and beside it what somebody else has saved there meanwhile, to be taken instead or read and merged. */
export function BesideTheirs({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  const { theirs } = useContext(FormContext);
  const text = theirs?.texts[name];
  if (!theirs || text === undefined) return children;
  return (
    <div className="grid grid-cols-1 items-start gap-4 full:grid-cols-2">
      <div className="grid gap-1.5">
        <p className="text-soft">What you typed</p>
        {children}
      </div>
      <div className="grid gap-1.5">
        <p className="text-soft">What {theirs.name} saved</p>
        <blockquote className="prose-plain border-l-4 border-warn bg-warn-tint px-4 py-2.5">
          {text === "" ? <span className="text-soft italic">Nothing: the box was emptied.</span> : text}
        </blockquote>
        <label className="flex cursor-pointer items-start gap-2.5 py-1">
          <input type="checkbox" name={TAKE} value={name} className="mt-0.5 size-[1.35rem] shrink-0 accent-accent" />
          <span>
            Keep this instead of mine<span className="sr-only"> in {label}</span>
          </span>
        </label>
      </div>
    </div>
  );
}
