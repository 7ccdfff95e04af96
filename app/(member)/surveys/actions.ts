"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { answer } from "@/lib/mentoring/surveys/commands";
import { AnswerInput } from "@/lib/mentoring/surveys/input";
import { sayAnswerRefusal } from "@/lib/mentoring/surveys/wording";

export const answerSurvey = formAction(AnswerInput, async ({ input, viewer, now }) => {
  const { id, ...typed } = input;
  const answered = await answer(viewer, id, typed, now);
  return answered.ok ? goTo(`/surveys/${id}`, "survey-answered") : refused(sayAnswerRefusal(answered.reason));
});
