"use server";

import { formAction, goTo, refused, stay } from "@/lib/entrypoints/form-action";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import { markSeen, send } from "@/lib/pairing/conversations/commands";
import { SeenInput, SendInput } from "@/lib/pairing/conversations/input";
import { sayRefusal } from "@/lib/pairing/conversations/wording";

/** Sending a reply marks the messages above the box as read. */
export const sendMessage = formAction(SendInput, async ({ input: { shown, ...draft }, viewer, now }) => {
  const { relationshipId } = draft;
  const result = await send(viewer, draft, now);
  if (!result.ok) return result.reason === "not-found" ? goTo(pageOf(relationshipId)) : refused(sayRefusal(result.reason));
  await markSeen(viewer, relationshipId, shown, now);
  return stay(`${pageOf(relationshipId)}#end`);
});

/** Called by the script while the page is visible. */
export const markShown = formAction(SeenInput, async ({ input: { relationshipId, shown }, viewer, now }) => {
  await markSeen(viewer, relationshipId, shown, now);
  return stay(pageOf(relationshipId));
});

/** Called by the button that is shown without JavaScript. */
export async function markAsRead(form: FormData): Promise<void> {
  await markShown(UNTOUCHED, form);
}

function pageOf(relationshipId: string): string {
  return `/relationships/${relationshipId}/messages`;
}
