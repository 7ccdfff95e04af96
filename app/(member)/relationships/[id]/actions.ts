"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import * as relationships from "@/lib/pairing/relationships/commands";
import { AgreeExtensionInput, AskExtensionInput, DropExtensionInput } from "@/lib/pairing/relationships/input";
import { relationshipRefusal } from "@/lib/pairing/relationships/wording";

export const askExtension = formAction(AskExtensionInput, async ({ input: { id, months }, viewer, settings, now }) => {
  const asked = await relationships.askExtension(viewer, id, months, settings, now);
  return asked.ok ? goTo(`/relationships/${id}`, "extension-asked") : refused(relationshipRefusal(asked.reason));
});

export const agreeExtension = formAction(AgreeExtensionInput, async ({ input: { id, months }, viewer, settings, now }) => {
  const agreed = await relationships.agreeExtension(viewer, id, months, settings, now);
  return agreed.ok ? goTo(`/relationships/${id}`, "extended") : refused(relationshipRefusal(agreed.reason));
});

export const dropExtension = formAction(DropExtensionInput, async ({ input: { id }, viewer, settings, now }) => {
  const dropped = await relationships.dropExtension(viewer, id, settings, now);
  return dropped.ok ? goTo(`/relationships/${id}`, "extension-dropped") : refused(relationshipRefusal(dropped.reason));
});
