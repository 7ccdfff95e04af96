"use client";

import { useField } from "@/components/ui/form-context";
import { sayNumber } from "@/lib/foundation/wording";

/** One tick for all that are shown in a group: it names them, so that nothing is acted on that came after the page. */
export function TickAll({ keys }: { keys: readonly string[] }) {
  const value = keys.join(" ");
  const { values } = useField("all", []);
  return (
    <label className="flex min-h-11 w-fit cursor-pointer items-center gap-2.5">
      <input
        type="checkbox"
        name="all"
        value={value}
        defaultChecked={values.includes(value)}
        className="size-[1.35rem] shrink-0 accent-accent"
      />
      {keys.length === 2 ? "Both" : `All ${sayNumber(keys.length)}`} shown here
    </label>
  );
}
