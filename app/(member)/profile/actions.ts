"use server";

import { formAction, goTo, refused, shown } from "@/lib/entrypoints/form-action";
import { destinationField } from "@/lib/foundation/destination";
import * as proposals from "@/lib/pairing/proposals/commands";
import { saveMenteeProfile, saveMentorProfile } from "@/lib/people/members/commands";
import { MenteeProfileInput, MentorProfileInput } from "@/lib/people/members/input";
import { sayRefusal } from "@/lib/people/members/wording";
import { removePicture, savePicture } from "@/lib/people/pictures/commands";
import { makePictureIfChosen } from "@/lib/people/pictures/decode";
import { PictureInput, RemovePictureInput } from "@/lib/people/pictures/input";
import { sayPictureRefusal } from "@/lib/people/pictures/wording";
import { readAnswers } from "@/lib/people/profile-questions/answers";
import { AnswersInput } from "@/lib/people/profile-questions/input";
import { listAsked } from "@/lib/people/profile-questions/queries";

const MentorForm = MentorProfileInput.extend({ ...AnswersInput.shape, picture: PictureInput });
/** A mentee may be on the way to a proposal. */
const MenteeForm = MenteeProfileInput.extend({ ...AnswersInput.shape, picture: PictureInput, to: destinationField });

// A picture or an answer that cannot be taken sends the whole form back: nothing of it is saved, and nothing that was typed is lost.

export const saveAsMentor = formAction(MentorForm, async ({ input, viewer, settings, now }) => {
  const { answers, problems } = readAnswers(await listAsked(viewer, "mentor"), input);
  if (Object.keys(problems).length > 0) return shown(problems);
  const made = await makePictureIfChosen(input.picture);
  if (!made.ok) return refused(sayPictureRefusal(made.reason), "picture");
  const saved = await saveMentorProfile(viewer, input, answers, settings, now);
  if (!saved.ok) return refused(sayRefusal(saved.reason, "mentor", settings));
  await proposals.closeIfFull(viewer, settings, now);
  if (made.value) await savePicture(viewer, made.value, now);
  return goTo("/profile", "profile-saved");
});

export const saveAsMentee = formAction(MenteeForm, async ({ input, viewer, settings, now }) => {
  const { answers, problems } = readAnswers(await listAsked(viewer, "mentee"), input);
  if (Object.keys(problems).length > 0) return shown(problems);
  const made = await makePictureIfChosen(input.picture);
  if (!made.ok) return refused(sayPictureRefusal(made.reason), "picture");
  const saved = await saveMenteeProfile(viewer, input, answers, settings, now);
  if (!saved.ok) return refused(sayRefusal(saved.reason, "mentee", settings));
  if (made.value) await savePicture(viewer, made.value, now);
  return goTo(input.to ?? "/profile", "profile-saved");
});

export const takePictureAway = formAction(RemovePictureInput, async ({ input, viewer, now }) => {
  const removed = await removePicture(viewer, input.picture, now);
  return removed.ok ? goTo("/profile", "picture-removed") : refused(sayPictureRefusal(removed.reason));
});
