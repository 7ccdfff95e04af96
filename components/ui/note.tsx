import type { ReactNode } from "react";

/** Something to know before going on. */
export function Note({ children, kind = "warn" }: { children: ReactNode; kind?: "warn" | "plain" }) {
  const look = kind === "warn" ? "border-warn bg-warn-tint" : "border-accent bg-tint";
  return <div className={`grid gap-2 border-l-4 px-5 py-3.5 ${look}`}>{children}</div>;
}
