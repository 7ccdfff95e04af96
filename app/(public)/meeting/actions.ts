"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { answerInvitation } from "@/lib/mentoring/meetings/commands";
import { InvitationAnswerInput } from "@/lib/mentoring/meetings/input";
import { refusalSentence } from "@/lib/mentoring/meetings/wording";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import { BAD_ANSWER_LINK } from "@/lib/notify/notices/wording";

/** The link is all that is asked for, signed in or not. */
export const answerFromMail = openAction(InvitationAnswerInput, async ({ input: { token, answer, version }, now }) => {
  const link = readAnswerLink(token, "meeting", env().authSecrets, now);
  if (!link) return refused(BAD_ANSWER_LINK);
  const invited = { meetingId: link.subjectId, round: link.round, seen: version };
  const answered = await answerInvitation(link, invited, answer, now);
  if (!answered.ok) return refused(refusalSentence(answered.reason));
  return goTo(`/meeting/${token}`, answer === "accept" ? "meeting-accepted" : "meeting-declined");
});
