import type { ReactNode } from "react";

/** Says who can read a box. */
export function WhoReads({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 text-[0.92rem] text-soft">
      <svg aria-hidden="true" viewBox="0 0 16 16" className="mt-[0.3em] size-[0.9em] shrink-0 fill-accent">
        <path d="M8 1a3.5 3.5 0 0 0-3.5 3.5V7H3v8h10V7h-1.5V4.5A3.5 3.5 0 0 0 8 1Zm-2 6V4.5a2 2 0 1 1 4 0V7H6Z" />
      </svg>
      <span>{children}</span>
    </p>
  );
}
