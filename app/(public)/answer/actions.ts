"use server";

import { formAction, goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { answer as answerAsked } from "@/lib/mentoring/surveys/commands";
import { MailAnswerInput as SurveyAnswerInput } from "@/lib/mentoring/surveys/input";
import { sayAnswerRefusal as saySurveyRefusal } from "@/lib/mentoring/surveys/wording";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import { BAD_ANSWER_LINK } from "@/lib/notify/notices/wording";
import { answer } from "@/lib/pairing/still-available/commands";
import { MailAnswerInput, YesInput } from "@/lib/pairing/still-available/input";
import { sayAnswerRefusal } from "@/lib/pairing/still-available/wording";

/** The link is all that is asked for, signed in or not. */
export const answerFromMail = openAction(MailAnswerInput, async ({ input, settings, now }) => {
  const link = readAnswerLink(input.token, "available", env().authSecrets, now);
  if (!link) return refused(BAD_ANSWER_LINK);
  const said = { round: link.round, answer: input.answer, day: input.day ?? null };
  const answered = await answer({ memberId: link.memberId }, said, settings, now);
  if (answered.ok) return goTo(`/answer/${input.token}`, input.answer === "yes" ? "still-available" : "away-now");
  return refused(sayAnswerRefusal(answered.reason), answered.reason.startsWith("day-") ? "day" : undefined);
});

/** An answer to a survey: the link is all that is asked for, and the same link twice is one answer. */
export const answerSurveyFromMail = openAction(SurveyAnswerInput, async ({ input: { token, ...typed }, now }) => {
  const link = readAnswerLink(token, "survey", env().authSecrets, now);
  if (!link) return refused(BAD_ANSWER_LINK);
  const answered = await answerAsked({ memberId: link.memberId }, link.subjectId, typed, now);
  return answered.ok ? goTo(`/answer/${token}`, "survey-answered") : refused(saySurveyRefusal(answered.reason));
});

/** A yes on Home. */
export const sayYes = formAction(YesInput, async ({ input, viewer, settings, now }) => {
  const answered = await answer(viewer, { round: input.round, answer: "yes", day: null }, settings, now);
  return answered.ok ? goTo("/", "still-available") : refused(sayAnswerRefusal(answered.reason));
});
