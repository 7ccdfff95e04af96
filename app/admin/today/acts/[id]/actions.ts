"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { undoMany } from "@/lib/staff/inbox/many/commands";
import { UndoInput } from "@/lib/staff/inbox/many/input";

export const undo = staffAction(
  UndoInput,
  async ({ input: { actId }, viewer, now }) => {
    const undone = await undoMany(viewer, actId, now);
    return undone.ok ? goTo(`/admin/today/acts/${actId}`, "acts-undone") : refused("This can no longer be undone.");
  },
  { area: "today" },
);
