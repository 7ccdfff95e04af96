"use client";

import { Button } from "./button";
import { useField } from "./form-context";

/** Shows warnings with a button that saves all the same. The form sends the codes of these warnings, so that a new warning is shown first. */
export function AllTheSame({ name, codes }: { name: string; codes: readonly (readonly [code: string, sentence: string])[] }) {
  const { errors } = useField(name, []);
  if (errors.length === 0) return null;
  const shown = codes.filter(([, sentence]) => errors.some((error) => error.includes(sentence)));
  return (
    <div
      id={name}
      tabIndex={-1}
      className="grid max-w-[40rem] justify-items-start gap-3 border-l-4 border-warn bg-warn-tint px-5 py-3.5"
    >
      {shown.map(([code, sentence]) => (
        <p key={code}>{sentence}</p>
      ))}
      <p>Change the time and press Save again, or leave it as it is.</p>
      <Button kind="quiet" name={name} value={shown.map(([code]) => code).join(" ")}>
        Save all the same
      </Button>
    </div>
  );
}
