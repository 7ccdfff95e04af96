"use server";

import { formAction, goTo, refused } from "@/lib/form-action";
import { send } from "@/lib/proposals/commands";
import { SendInput } from "@/lib/proposals/input";
import { refusalSentence } from "@/lib/proposals/wording";

export const sendProposal = formAction(SendInput, async ({ input, viewer, settings, now }) => {
  const { mentorId, ...words } = input;
  const result = await send(viewer, mentorId, words, settings, now);
  if (!result.ok) return refused(refusalSentence(result.reason, "mentee", settings.words));
  return goTo(`/relationships/${result.value}/details`, "sent");
});
