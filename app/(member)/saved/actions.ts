"use server";

import { formAction, goTo, refused, stay } from "@/lib/entrypoints/form-action";
import * as saved from "@/lib/pairing/saved/commands";
import { MarkInput } from "@/lib/pairing/saved/input";
import { sayMarkRefusal } from "@/lib/pairing/saved/wording";

/** Save, Not for me, and taking either back: whichever button was pressed. */
export const markMentor = formAction(MarkInput, async ({ input, viewer, settings, now }) => {
  const { back, save, hide, forget } = input;
  if (forget) {
    await saved.unmark(viewer, forget);
    return goTo(back, "mark-removed");
  }
  const mentorId = save ?? hide;
  if (!mentorId) return stay(back);
  const result = await saved.mark(viewer, mentorId, save ? "saved" : "hidden", now);
  if (!result.ok) return refused(sayMarkRefusal(result.reason, settings));
  return goTo(back, save ? "mentor-saved" : "mentor-hidden");
});
