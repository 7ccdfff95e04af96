"use server";

import { goTo, refused, staffAction } from "@/lib/form-action";
import { dismiss as dismissRow } from "@/lib/today/commands";
import { DismissInput } from "@/lib/today/input";

export const dismiss = staffAction(DismissInput, async ({ input: { key, reason }, viewer, now }) => {
  const dismissed = await dismissRow(viewer, key, reason, now);
  return dismissed.ok ? goTo("/admin", "dismissed") : refused("This is not on the desk any more.");
});
