"use client";

import type { ReactNode } from "react";
import { useField } from "./form-context";

/** One box to tick, with a value of its own. */
export function TickBox({
  name,
  value,
  label,
  hint,
  isTicked = false,
}: {
  name: string;
  value: string;
  label: string;
  hint?: ReactNode;
  isTicked?: boolean;
}) {
  const { values } = useField(name, isTicked ? [value] : []);
  return (
    <div className="max-w-[40rem]">
      <label className="flex cursor-pointer items-start gap-2.5 py-1 font-[650]">
        <input
          id={name}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={values.includes(value)}
          aria-describedby={hint ? `${name}-hint` : undefined}
          className="mt-0.5 size-[1.35rem] shrink-0 accent-accent"
        />
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="pl-8 text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
