"use client";

import type { ReactNode } from "react";
import { forgetAllDrafts } from "@/components/ui/drafts";

/** Log Out: whoever sits down at this machine next finds nothing that was typed and not saved. */
export function LogOut({ action, children }: { action: (form: FormData) => Promise<void>; children: ReactNode }) {
  return (
    <form action={action} onSubmit={forgetAllDrafts}>
      {children}
    </form>
  );
}
