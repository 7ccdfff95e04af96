"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { answer } from "@/lib/mentoring/check-ins/commands";
import { MailAnswerInput } from "@/lib/mentoring/check-ins/input";
import { sayCheckInRefusal } from "@/lib/mentoring/check-ins/wording";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import { BAD_ANSWER_LINK } from "@/lib/notify/notices/wording";

/** The link is all that is asked for, signed in or not. */
export const answerFromMail = openAction(MailAnswerInput, async ({ input, settings, now }) => {
  const link = readAnswerLink(input.token, "met", env().authSecrets, now);
  if (!link) return refused(BAD_ANSWER_LINK);
  const said = { id: link.subjectId, round: link.round, answer: input.answer };
  const answered = await answer({ memberId: link.memberId }, said, settings, now);
  return answered.ok ? goTo(`/met/${input.token}`, "how-it-goes-said") : refused(sayCheckInRefusal(answered.reason));
});
