"use client";

import { useState } from "react";
import { describedBy, FieldErrors } from "./field";
import { useField } from "./form-context";

interface FileFieldProps {
  name: string;
  label: string;
  hint: string;
  /** What the browser offers to choose from. */
  accept: string;
  /** Bytes, and what is said at once of a larger one, where scripts run: sending it takes long. */
  largest: number;
  tooLarge: string;
}

/** The choice of one file. */
export function FileField({ name, label, hint, accept, largest, tooLarge }: FileFieldProps) {
  const { values, errors } = useField(name, []);
  const [isTooLarge, setTooLarge] = useState(false);
  const sentences = isTooLarge ? [tooLarge] : errors;
  return (
    <div className="grid max-w-[40rem] grid-cols-1 gap-1.5">
      <label htmlFor={name} className="font-[650]">
        {label}
      </label>
      <p id={`${name}-hint`} className="text-soft">
        {hint}
        {values[0] && errors.length > 0 && ` You had chosen ${values[0]}.`}
      </p>
      <div aria-live="polite">
        <FieldErrors name={name} errors={sentences} />
      </div>
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={sentences.length > 0 || undefined}
        aria-describedby={describedBy(name, hint, sentences)}
        onChange={({ currentTarget }) => {
          const isOver = (currentTarget.files?.[0]?.size ?? 0) > largest;
          if (isOver) currentTarget.value = "";
          setTooLarge(isOver);
        }}
        className="min-h-11 w-full cursor-pointer text-ink file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-[0.35rem] file:border-[1.5px] file:border-solid file:border-accent file:bg-transparent file:px-[1.15rem] file:font-semibold file:text-accent"
      />
    </div>
  );
}
