"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import * as proposals from "@/lib/pairing/proposals/commands";
import { SendInput } from "@/lib/pairing/proposals/input";
import { refusalSentence } from "@/lib/pairing/proposals/wording";

export const sendProposal = formAction(SendInput, async ({ input, viewer, settings, now }) => {
  const { mentorId, ...words } = input;
  const result = await proposals.send(viewer, mentorId, words, settings, now);
  if (!result.ok) return refused(refusalSentence(result.reason, "mentee", settings.words));
  return goTo(`/relationships/${result.value}/details`, "sent");
});
