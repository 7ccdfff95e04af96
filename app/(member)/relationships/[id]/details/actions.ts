"use server";

import { formAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import { endOfPause } from "@/lib/pairing/availability/availability";
import { makeUnavailable } from "@/lib/pairing/availability/commands";
import { PauseFields } from "@/lib/pairing/availability/input";
import { sayAvailabilityRefusal } from "@/lib/pairing/availability/wording";
import type { CommandRefusal } from "@/lib/pairing/proposals/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { AcceptInput, EditInput, MoveInput, RejectInput } from "@/lib/pairing/proposals/input";
import { refusalSentence } from "@/lib/pairing/proposals/wording";

export const accept = formAction(AcceptInput, async ({ input, viewer, settings, now }) => {
  const { proposalId, seenText } = input;
  const result = await proposals.accept(viewer, proposalId, seenText, settings, now);
  return result.ok ? goTo(`/relationships/${proposalId}`, "accepted") : showWhere(proposalId, result.reason);
});

export const withdraw = formAction(MoveInput, async ({ input: { proposalId }, viewer, settings, now }) => {
  const result = await proposals.withdraw(viewer, proposalId, settings, now);
  return result.ok ? goTo(detailsOf(proposalId), "withdrawn") : showWhere(proposalId, result.reason);
});

export const reopen = formAction(MoveInput, async ({ input: { proposalId }, viewer, settings, now }) => {
  const result = await proposals.reopen(viewer, proposalId, settings, now);
  return result.ok ? goTo(detailsOf(proposalId), "reopened") : showWhere(proposalId, result.reason);
});

/** The mentor can pause along with the rejection. An invalid return day is refused before anything is saved. */
export const reject = formAction(RejectInput.extend(PauseFields), async ({ input, viewer, settings, now }) => {
  const { proposalId, because, reason, pause } = input;
  const day = pause === "until-day" ? (input.day ?? "") : null;
  const ends = endOfPause(day, now, settings.society.timeZone);
  if (!ends.ok) return refused(sayAvailabilityRefusal(ends.reason), "day");
  const result = await proposals.reject(
    viewer,
    proposalId,
    { because: because ?? null, reason: reason || null },
    settings,
    now,
  );
  if (!result.ok) return refused(refusalSentence(result.reason, "mentor", settings.words));
  const paused = pause !== "none" && (await makeUnavailable(viewer, ends.value, now)).ok;
  return goTo(detailsOf(proposalId), paused ? "rejected-and-paused" : "rejected");
});

export const edit = formAction(EditInput, async ({ input, viewer, settings, now }) => {
  const { proposalId, ...words } = input;
  const result = await proposals.edit(viewer, proposalId, words, settings, now);
  return result.ok ? goTo(detailsOf(proposalId), "edited") : refused(refusalSentence(result.reason, "mentee", settings.words));
});

/** The page as it is now, with the reason: the button that was pressed may not be there any more. */
function showWhere(proposalId: string, reason: CommandRefusal): Outcome {
  return goTo(`${detailsOf(proposalId)}?refused=${reason}`);
}

function detailsOf(proposalId: string): string {
  return `/relationships/${proposalId}/details`;
}
