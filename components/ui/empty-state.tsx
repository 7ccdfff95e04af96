import type { ReactNode } from "react";

/** Nothing here yet, and what to do next. */
export function EmptyState({ heading, children, action }: { heading: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 rounded-[0.5rem] border border-rule bg-sheet px-6 py-8">
      <h2>{heading}</h2>
      <div className="text-soft">{children}</div>
      {action && <div className="mt-2 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
