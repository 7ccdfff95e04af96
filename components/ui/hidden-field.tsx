"use client";

import { useField } from "./form-context";

/** What goes with a form unseen and may be another when it comes back: the version that a change is based on. */
export function HiddenField({ name, initial }: { name: string; initial: string | number }) {
  const { values } = useField(name, [String(initial)]);
  return <input type="hidden" name={name} defaultValue={values[0]} />;
}
