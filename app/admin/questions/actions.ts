"use server";

import { adminAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import type { Viewer } from "@/lib/foundation/viewer";
import * as questions from "@/lib/people/profile-questions/commands";
import {
  AddQuestionInput,
  AskQuestionInput,
  ChangeQuestionInput,
  MoveQuestionInput,
  RemoveQuestionInput,
} from "@/lib/people/profile-questions/input";
import { findQuestion } from "@/lib/people/profile-questions/queries";
import { fieldOfRefusal, sayQuestionRefusal } from "@/lib/people/profile-questions/wording";

export const addQuestion = adminAction(AddQuestionInput, async ({ input, viewer, now }) =>
  answer(await questions.addQuestion(viewer, input, now), input.programmeId, "question-added"),
);

export const changeQuestion = adminAction(ChangeQuestionInput, async ({ input, viewer, now }) =>
  answer(await questions.changeQuestion(viewer, input, now), await formOfQuestion(viewer, input.id), "question-changed"),
);

export const askQuestion = adminAction(AskQuestionInput, async ({ input: { id, asked }, viewer, now }) => {
  const isAsked = asked === "yes";
  const result = await questions.askQuestion(viewer, id, isAsked, now);
  return answer(result, await formOfQuestion(viewer, id), isAsked ? "question-brought-back" : "question-retired");
});

export const removeQuestion = adminAction(RemoveQuestionInput, async ({ input, viewer, now }) => {
  const form = await formOfQuestion(viewer, input.id);
  return answer(await questions.removeQuestion(viewer, input.id, now), form, "question-removed");
});

/** A form with a single button: it only shows the list again, as it is then. */
export async function moveQuestion(form: FormData): Promise<void> {
  await move(UNTOUCHED, form);
}

const move = adminAction(MoveQuestionInput, async ({ input: { id, direction }, viewer, now }) =>
  answer(await questions.moveQuestion(viewer, id, direction, now), await formOfQuestion(viewer, id)),
);

/** The programme whose form the question is on; none for a profile. */
async function formOfQuestion(viewer: Viewer, id: string): Promise<string | undefined> {
  return (await findQuestion(viewer, id))?.programmeId ?? undefined;
}

/** Back to the list of the same form. */
function answer(
  result: Awaited<ReturnType<typeof questions.addQuestion>>,
  programmeId: string | undefined,
  say?: string,
): Outcome {
  if (!result.ok) return refused(sayQuestionRefusal(result.reason), fieldOfRefusal(result.reason));
  return goTo(`/admin/questions${programmeId ? `?programme=${programmeId}` : ""}`, say);
}
