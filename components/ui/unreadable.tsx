import type { ReactNode } from "react";
import { Note } from "./note";

/** Over a form whose earlier words cannot be opened: it begins empty, and what is saved does not replace them. */
export function Unreadable({ children }: { children: ReactNode }) {
  return (
    <Note>
      <p>{children}</p>
      <p>What you save here becomes the next version. The one that cannot be read is kept.</p>
    </Note>
  );
}
