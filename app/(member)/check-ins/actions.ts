"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import * as checkIns from "@/lib/mentoring/check-ins/commands";
import { AgreePauseInput, AnswerInput, AskPauseInput, DropPauseInput } from "@/lib/mentoring/check-ins/input";
import { sayCheckInRefusal } from "@/lib/mentoring/check-ins/wording";
import { endOfPause } from "@/lib/pairing/availability/availability";
import { sayAvailabilityRefusal } from "@/lib/pairing/availability/wording";

export const answerQuestion = formAction(AnswerInput, async ({ input, viewer, settings, now }) => {
  const answered = await checkIns.answer(viewer, input, settings, now);
  if (!answered.ok) return refused(sayCheckInRefusal(answered.reason));
  return goTo(`/relationships/${input.id}`, "how-it-goes-said");
});

export const askPause = formAction(AskPauseInput, async ({ input: { id, day }, viewer, settings, now }) => {
  const until = endOfPause(day, now, settings.society.timeZone);
  if (!until.ok) return refused(sayAvailabilityRefusal(until.reason), "day");
  if (!until.value) return refused(sayAvailabilityRefusal("day-missing"), "day");
  const asked = await checkIns.askPause(viewer, id, until.value, settings, now);
  if (asked.ok) return goTo(`/relationships/${id}`, "pause-suggested");
  return refused(sayCheckInRefusal(asked.reason), asked.reason === "after-the-end" ? "day" : undefined);
});

export const agreePause = formAction(AgreePauseInput, async ({ input: { id, until }, viewer, settings, now }) => {
  const agreed = await checkIns.agreePause(viewer, id, new Date(until), settings, now);
  return agreed.ok ? goTo(`/relationships/${id}`, "pause-agreed") : refused(sayCheckInRefusal(agreed.reason));
});

export const dropPause = formAction(DropPauseInput, async ({ input: { id }, viewer, settings, now }) => {
  const dropped = await checkIns.dropPause(viewer, id, settings, now);
  return dropped.ok ? goTo(`/relationships/${id}`, "pause-dropped") : refused(sayCheckInRefusal(dropped.reason));
});
