"use client";

import { useField } from "./form-context";

/** What goes with a form unseen and may be another when it comes back. The version that an edit stands on is a VersionField. */
export function HiddenField({ name, initial }: { name: string; initial: string | number }) {
  const { values } = useField(name, [String(initial)]);
  return <input type="hidden" name={name} defaultValue={values[0]} />;
}
