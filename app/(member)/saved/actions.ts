"use server";

import { formAction, goTo, refused, stay } from "@/lib/entrypoints/form-action";
import * as alerts from "@/lib/pairing/alerts/commands";
import { AlertInput, StopAlertInput } from "@/lib/pairing/alerts/input";
import { sayAlertRefusal } from "@/lib/pairing/alerts/wording";
import { readSearch } from "@/lib/pairing/matching/input";
import * as saved from "@/lib/pairing/saved/commands";
import { MarkInput } from "@/lib/pairing/saved/input";
import { sayMarkRefusal } from "@/lib/pairing/saved/wording";

/** Save, Not for me, and taking either back: whichever button was pressed. */
export const markMentor = formAction(MarkInput, async ({ input, viewer, settings, now }) => {
  const { back, save, hide, forget } = input;
  if (forget) {
    await saved.unmark(viewer, forget);
    return goTo(back, "mark-removed");
  }
  const mentorId = save ?? hide;
  if (!mentorId) return stay(back);
  const result = await saved.mark(viewer, mentorId, save ? "saved" : "hidden", now);
  if (!result.ok) return refused(sayMarkRefusal(result.reason, settings));
  return goTo(back, save ? "mentor-saved" : "mentor-hidden");
});

/** Tell me when this mentor is free, or somebody for this search. */
export const tellMeWhen = formAction(AlertInput, async ({ input, viewer, settings, now }) => {
  const { mentorId, programmeId = null, search } = input;
  const result = mentorId
    ? await alerts.waitForMentor(viewer, { mentorId, programmeId }, now)
    : await alerts.waitForSearch(viewer, readSearch(search, settings), now);
  return result.ok ? goTo("/saved", "alert-set") : refused(sayAlertRefusal(result.reason, settings));
});

export const stopAlert = formAction(StopAlertInput, async ({ input, viewer }) => {
  await alerts.stop(viewer, input.alertId);
  return goTo("/saved", "alert-stopped");
});
