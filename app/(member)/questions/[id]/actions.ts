"use server";

import { formAction, goTo, refused, stay } from "@/lib/entrypoints/form-action";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import { markSeen } from "@/lib/pairing/conversations/commands";
import { SeenInput } from "@/lib/pairing/conversations/input";
import * as questions from "@/lib/pairing/questions/commands";
import { WriteInput } from "@/lib/pairing/questions/input";
import { sayWriteRefusal } from "@/lib/pairing/questions/wording";

/** Sending a reply marks the messages above the box as read. */
export const writeMessage = formAction(WriteInput, async ({ input: { shown, ...typed }, viewer, settings, now }) => {
  const here = `/questions/${typed.id}`;
  const result = await questions.write(viewer, typed, settings, now);
  if (!result.ok)
    return result.reason === "not-found"
      ? goTo(here)
      : refused(sayWriteRefusal(result.reason, "The other person", settings.words));
  await markSeen(viewer, typed.id, shown, now);
  return goTo(`${here}#end`);
});

const markAsSeen = formAction(SeenInput, async ({ input: { relationshipId, shown }, viewer, now }) => {
  await markSeen(viewer, relationshipId, shown, now);
  return stay(`/questions/${relationshipId}`);
});

/** Called by the button that is shown without JavaScript. */
export async function markAsRead(form: FormData): Promise<void> {
  await markAsSeen(UNTOUCHED, form);
}
