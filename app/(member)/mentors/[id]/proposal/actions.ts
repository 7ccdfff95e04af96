"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { tidy } from "@/lib/pairing/choices/decide";
import { ChoiceFields } from "@/lib/pairing/choices/input";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { SendInput } from "@/lib/pairing/proposals/input";
import { refusalSentence } from "@/lib/pairing/proposals/wording";

export const sendProposal = formAction(SendInput.extend(ChoiceFields), async ({ input, viewer, settings, now }) => {
  const { mentorId, programmeId: programme, choice1, choice2, choice3, choice4, ...words } = input;
  const programmeId = programme === SOCIETY_SCHEME ? null : programme;
  const choices = tidy(mentorId, [choice1, choice2, choice3, choice4], settings.proposals.furtherChoices);
  const result = await proposals.send(viewer, mentorId, { ...words, choices, programmeId }, settings, now);
  if (!result.ok) return refused(refusalSentence(result.reason, "mentee", settings.words));
  return goTo(`/relationships/${result.value}/details`, "sent");
});
