"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import * as questions from "@/lib/pairing/questions/commands";
import { AskInput } from "@/lib/pairing/questions/input";
import { sayAskRefusal } from "@/lib/pairing/questions/wording";

export const askQuestion = formAction(AskInput, async ({ input: { mentorId, ...typed }, viewer, settings, now }) => {
  const result = await questions.ask(viewer, mentorId, typed, settings, now);
  return result.ok ? goTo(`/questions/${result.value}`, "question-asked") : refused(sayAskRefusal(result.reason, settings));
});
