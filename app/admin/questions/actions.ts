"use server";

import { adminAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import * as questions from "@/lib/people/profile-questions/commands";
import {
  AddQuestionInput,
  AskQuestionInput,
  ChangeQuestionInput,
  MoveQuestionInput,
  RemoveQuestionInput,
} from "@/lib/people/profile-questions/input";
import { fieldOfRefusal, sayQuestionRefusal } from "@/lib/people/profile-questions/wording";

const LIST = "/admin/questions";

export const addQuestion = adminAction(AddQuestionInput, async ({ input, viewer, now }) =>
  answer(await questions.addQuestion(viewer, input, now), "question-added"),
);

export const changeQuestion = adminAction(ChangeQuestionInput, async ({ input, viewer, now }) =>
  answer(await questions.changeQuestion(viewer, input, now), "question-changed"),
);

export const askQuestion = adminAction(AskQuestionInput, async ({ input: { id, asked }, viewer, now }) => {
  const isAsked = asked === "yes";
  return answer(await questions.askQuestion(viewer, id, isAsked, now), isAsked ? "question-brought-back" : "question-retired");
});

export const removeQuestion = adminAction(RemoveQuestionInput, async ({ input, viewer, now }) =>
  answer(await questions.removeQuestion(viewer, input.id, now), "question-removed"),
);

/** A form with a single button: it only shows the list again, as it is then. */
export async function moveQuestion(form: FormData): Promise<void> {
  await move(UNTOUCHED, form);
}

const move = adminAction(MoveQuestionInput, async ({ input: { id, direction }, viewer, now }) => {
  const result = await questions.moveQuestion(viewer, id, direction, now);
  return result.ok ? goTo(LIST) : answer(result);
});

function answer(result: Awaited<ReturnType<typeof questions.addQuestion>>, say?: string): Outcome {
  if (result.ok) return goTo(LIST, say);
  return refused(sayQuestionRefusal(result.reason), fieldOfRefusal(result.reason));
}
