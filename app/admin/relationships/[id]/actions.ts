"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { actOnRelationship } from "@/lib/staff/relationships/commands";
import { EndInput, ExtendEndInput } from "@/lib/staff/relationships/input";
import { oversightRefusal } from "@/lib/staff/relationships/wording";

export const end = staffAction(EndInput, async ({ input: { id, seen, reason, readers }, viewer, settings, now }) => {
  const step = { type: "end-by-staff", reason, isShared: readers === "both" } as const;
  const ended = await actOnRelationship(viewer, id, seen, step, settings, now);
  return ended.ok ? goTo(`/admin/relationships/${id}`, "staff-ended") : refused(oversightRefusal(ended.reason));
});

export const extend = staffAction(ExtendEndInput, async ({ input: { id, seen, months }, viewer, settings, now }) => {
  const extended = await actOnRelationship(viewer, id, seen, { type: "extend-by-staff", months }, settings, now);
  if (extended.ok) return goTo(`/admin/relationships/${id}`, "end-extended");
  return refused(oversightRefusal(extended.reason), extended.reason === "unknown-months" ? "months" : undefined);
});
