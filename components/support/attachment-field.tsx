"use client";

import { useState } from "react";
import { describedBy, FieldErrors } from "@/components/ui/field";
import { useField } from "@/components/ui/form-context";
import { listInWords } from "@/lib/foundation/wording";
import { LARGEST_ATTACHMENT, MOST_FILES } from "@/lib/staff/support/request";
import { ATTACHMENT_TOO_LARGE } from "@/lib/staff/support/wording";

const NAME = "files";
const HINT = `Pictures (JPEG, PNG or WebP) or PDF, at most ${MOST_FILES}, each of up to 8 MB. We keep only the picture itself, not the place and other data that a camera adds to the file.`;

/** The choice of files to send along. What is too large or too many is said at once, where scripts run. */
export function AttachmentField({ label }: { label: string }) {
  const { values, errors } = useField(NAME, []);
  const [objection, setObjection] = useState<string | null>(null);
  const sentences = objection ? [objection] : errors;
  // A browser does not let a page put files back. Nothing else is lost, so say so.
  const chosen = values.length > 0 ? `You had chosen ${listInWords(values)}. Please choose again what you want to send. ` : "";
  return (
    <div className="grid max-w-[40rem] grid-cols-1 gap-1.5">
      <label htmlFor={NAME} className="font-[650]">
        {label}
      </label>
      <p id={`${NAME}-hint`} className="wrap-anywhere text-soft">
        {chosen && <strong className="text-ink">{chosen}</strong>}
        {HINT}
      </p>
      <div aria-live="polite">
        <FieldErrors name={NAME} errors={sentences} />
      </div>
      <input
        id={NAME}
        name={NAME}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-invalid={sentences.length > 0 || undefined}
        aria-describedby={describedBy(NAME, HINT, sentences)}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          const isTooLarge = files.some(({ size }) => size > LARGEST_ATTACHMENT);
          const said = isTooLarge
            ? ATTACHMENT_TOO_LARGE
            : files.length > MOST_FILES
              ? `Choose at most ${MOST_FILES} files.`
              : null;
          if (said) currentTarget.value = "";
          setObjection(said);
        }}
        className="min-h-11 w-full cursor-pointer text-ink file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-[0.35rem] file:border-[1.5px] file:border-solid file:border-accent file:bg-transparent file:px-[1.15rem] file:font-semibold file:text-accent"
      />
    </div>
  );
}
