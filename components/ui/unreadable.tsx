import type { ReactNode } from "react";
import { Note } from "./note";

/** Over a form whose earlier words cannot be opened: it begins empty, and what is saved does not replace them. */
export function Unreadable({ children }: { children: ReactNode }) {
  return (
    <Note>
      <p>{children}</p>
      <p>If you save, your text becomes the next version. We keep the one that cannot be read.</p>
    </Note>
  );
}
