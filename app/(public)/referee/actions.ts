"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import { BAD_ANSWER_LINK } from "@/lib/notify/notices/wording";
import { answer } from "@/lib/pairing/readiness/commands";
import { RefereeAnswerInput } from "@/lib/pairing/readiness/input";
import { sayReadinessRefusal } from "@/lib/pairing/readiness/wording";

/** The link is all that is asked for: a referee has no account. */
export const answerAsReferee = openAction(RefereeAnswerInput, async ({ input, now }) => {
  const link = readAnswerLink(input.token, "referee", env().authSecrets, now);
  if (!link) return refused(BAD_ANSWER_LINK);
  const answered = await answer(link, { isYes: input.answer === "yes", words: input.words }, now);
  return answered.ok ? goTo(`/referee/${input.token}`, "referee-answered") : refused(sayReadinessRefusal(answered.reason));
});
