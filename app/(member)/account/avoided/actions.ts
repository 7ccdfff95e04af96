"use server";

import { formAction, goTo, refused, stay } from "@/lib/entrypoints/form-action";
import * as avoided from "@/lib/pairing/avoided/commands";
import { AvoidInput } from "@/lib/pairing/avoided/input";
import { sayAvoidRefusal } from "@/lib/pairing/avoided/wording";

const PAGE = "/account/avoided";

/** Adds somebody to the viewer's list in a role, or takes them off it: whichever button was pressed. */
export const changeAvoided = formAction(AvoidInput, async ({ input: { role, avoid, remove }, viewer, now }) => {
  if (remove) {
    await avoided.takeOff(viewer, role, remove);
    return goTo(PAGE, "avoided-removed");
  }
  if (!avoid) return stay(PAGE);
  const result = await avoided.avoid(viewer, role, avoid, now);
  return result.ok ? goTo(PAGE, "avoided-added") : refused(sayAvoidRefusal(result.reason));
});
