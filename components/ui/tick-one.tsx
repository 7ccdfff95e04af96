"use client";

import { useField } from "./form-context";

/** A box of a list that ticks its own row, under a name that all of them share; the label is read and not shown. */
export function TickOne({ name, value, label }: { name: string; value: string; label: string }) {
  const { values } = useField(name, []);
  return (
    <input
      type="checkbox"
      name={name}
      value={value}
      aria-label={label}
      defaultChecked={values.includes(value)}
      className="size-[1.6rem] accent-accent"
    />
  );
}
