import type { ReactNode } from "react";

/** Fields that belong together, under a heading of their own. */
export function Fieldset({ legend, hint, children }: { legend: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-6 border-t border-rule pt-6">
      {/* A legend leaves its grid: the gap below is its own. */}
      <legend className="float-left w-full">
        <span className="font-serif text-2xl font-medium leading-tight">{legend}</span>
        {hint && <span className="mt-1 block max-w-[64ch] text-soft">{hint}</span>}
      </legend>
      {children}
    </fieldset>
  );
}
