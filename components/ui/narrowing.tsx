import type { ReactNode } from "react";

interface NarrowingProps {
  /** What the list is of, in the plural: "members". */
  of: string;
  isNarrowed: boolean;
  children: ReactNode;
}

/** What narrows a list, inside a FilterForm: folded away on a phone, so that the list comes first. */
export function Narrowing({ of, isNarrowed, children }: NarrowingProps) {
  return (
    <details className="folds w-full">
      <summary className="py-1.5 font-semibold text-accent">
        {isNarrowed ? `Narrow the list (some ${of} are left out)` : "Narrow the list"}
      </summary>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-4 pt-3 full:pt-0">{children}</div>
    </details>
  );
}
