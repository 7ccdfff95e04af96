"use client";

import { useState } from "react";
import { describedBy, FieldErrors } from "@/components/ui/field";
import { useField } from "@/components/ui/form-context";
import { LARGEST_FILE } from "@/lib/people/pictures/picture";
import { TOO_LARGE } from "@/lib/people/pictures/wording";

const NAME = "picture";

/** The choice of a picture. A file that is too large is said at once, where scripts run: sending it takes long. */
export function PictureField({ label, hint }: { label: string; hint: string }) {
  const { values, errors } = useField(NAME, []);
  const [isTooLarge, setTooLarge] = useState(false);
  const sentences = isTooLarge ? [TOO_LARGE] : errors;
  // A browser does not let a page put a file back. Nothing else is lost, so say so.
  const again = values[0] && errors.length === 0 ? `You had chosen ${values[0]}. Please choose it once more. ` : "";
  return (
    <div className="grid max-w-[40rem] grid-cols-1 gap-1.5">
      <label htmlFor={NAME} className="font-[650]">
        {label}
      </label>
      <p id={`${NAME}-hint`} className="text-soft">
        {again && <strong className="text-ink">{again}</strong>}
        {hint}
      </p>
      <div aria-live="polite">
        <FieldErrors name={NAME} errors={sentences} />
      </div>
      <input
        id={NAME}
        name={NAME}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        aria-invalid={sentences.length > 0 || undefined}
        aria-describedby={describedBy(NAME, hint, sentences)}
        onChange={({ currentTarget }) => {
          const isOver = (currentTarget.files?.[0]?.size ?? 0) > LARGEST_FILE;
          if (isOver) currentTarget.value = "";
          setTooLarge(isOver);
        }}
        className="min-h-11 w-full cursor-pointer text-ink file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-[0.35rem] file:border-[1.5px] file:border-solid file:border-accent file:bg-transparent file:px-[1.15rem] file:font-semibold file:text-accent"
      />
    </div>
  );
}
