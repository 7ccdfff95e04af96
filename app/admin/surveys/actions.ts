"use server";

import { goTo, type Outcome, refused, staffAction } from "@/lib/entrypoints/form-action";
import * as surveys from "@/lib/staff/surveys/commands";
import type { SurveyRefusal } from "@/lib/staff/surveys/decide";
import { AddQuestionInput, EditInput, MakeInput, RemoveQuestionInput, SeenInput } from "@/lib/staff/surveys/input";
import { fieldOfRefusal, sayRefusal } from "@/lib/staff/surveys/wording";

const pageOf = (id: string) => `/admin/surveys/${id}`;

export const makeSurvey = staffAction(MakeInput, async ({ input, viewer, settings, now }) => {
  const made = await surveys.make(viewer, input, settings.society.timeZone, now);
  if (!made.ok) return refused(sayRefusal(made.reason));
  return goTo(pageOf(made.value), made.isAnother ? "kept-beside" : "survey-made");
});

export const editSurvey = staffAction(EditInput, async ({ input, viewer, settings, now }) =>
  toOutcome(await surveys.edit(viewer, input, settings.society.timeZone, now), pageOf(input.id), "survey-changed"),
);

export const addSurveyQuestion = staffAction(AddQuestionInput, async ({ input, viewer, now }) =>
  toOutcome(await surveys.addQuestion(viewer, input, now), pageOf(input.id), "survey-changed"),
);

export const removeSurveyQuestion = staffAction(RemoveQuestionInput, async ({ input, viewer, now }) =>
  toOutcome(await surveys.removeQuestion(viewer, input, now), pageOf(input.id), "survey-changed"),
);

export const openSurvey = staffAction(SeenInput, async ({ input, viewer, now }) =>
  toOutcome(await surveys.open(viewer, input, now), pageOf(input.id), "survey-opened"),
);

export const closeSurvey = staffAction(SeenInput, async ({ input, viewer, now }) =>
  toOutcome(await surveys.close(viewer, input, now), pageOf(input.id), "survey-closed"),
);

export const discardSurvey = staffAction(SeenInput, async ({ input, viewer, now }) =>
  toOutcome(await surveys.discard(viewer, input, now), "/admin/surveys", "survey-deleted"),
);

function toOutcome(result: { ok: true } | { ok: false; reason: SurveyRefusal }, page: string, done: string): Outcome {
  return result.ok ? goTo(page, done) : refused(sayRefusal(result.reason), fieldOfRefusal(result.reason));
}
