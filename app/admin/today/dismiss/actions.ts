"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { dismiss as dismissRow } from "@/lib/staff/inbox/commands";
import { DismissInput } from "@/lib/staff/inbox/input";
import { subjectsOf } from "@/lib/staff/inbox/kinds";

export const dismiss = staffAction(
  DismissInput,
  async ({ input: { key, reason }, viewer, now }) => {
    const dismissed = await dismissRow(viewer, key, reason, now);
    return dismissed.ok ? goTo("/admin", "dismissed") : refused("This is no longer on the list.");
  },
  { area: "today", of: "inbox", ids: ({ key }) => subjectsOf([key]) },
);
