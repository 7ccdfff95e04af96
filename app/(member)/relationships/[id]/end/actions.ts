"use server";

import { formAction, goTo, refused } from "@/lib/form-action";
import { run } from "@/lib/relationships/commands";
import { EndInput } from "@/lib/relationships/input";
import { relationshipRefusal } from "@/lib/relationships/wording";

export const end = formAction(EndInput, async ({ input: { id, reason }, viewer, settings, now }) => {
  const ended = await run(viewer, id, { type: "end", reason: reason || null }, settings, now);
  return ended.ok ? goTo(`/relationships/${id}`, "relationship-ended") : refused(relationshipRefusal(ended.reason));
});
