"use server";

import { formAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import { endOfPause } from "@/lib/pairing/availability/availability";
import { makeUnavailable } from "@/lib/pairing/availability/commands";
import { PauseFields } from "@/lib/pairing/availability/input";
import { sayAvailabilityRefusal } from "@/lib/pairing/availability/wording";
import { stop } from "@/lib/pairing/choices/commands";
import { tidy } from "@/lib/pairing/choices/decide";
import { ChoicesInput, StopInput } from "@/lib/pairing/choices/input";
import type { CommandRefusal } from "@/lib/pairing/proposals/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { AcceptInput, EditInput, MoveInput, RejectInput } from "@/lib/pairing/proposals/input";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { meanwhileSentence, refusalSentence } from "@/lib/pairing/proposals/wording";
import * as queue from "@/lib/pairing/queue/commands";
import { PlaceInput } from "@/lib/pairing/queue/input";
import { sayQueueRefusal } from "@/lib/pairing/queue/wording";

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
  // Nothing has become of it yet: it is worth another try, with what was typed.
  if (!result.ok && (result.reason === "busy" || result.reason === "changed-meanwhile"))
    return refused(refusalSentence(result.reason, "mentor", settings.words));
  // A pause is wanted whatever has become of the proposal.
  const paused = pause !== "none" && (await makeUnavailable(viewer, ends.value, now)).ok;
  if (paused && input.others === "close") await proposals.closeForPause(viewer, now);
  if (!result.ok) return showWhere(proposalId, result.reason, paused ? "made-unavailable" : undefined);
  return goTo(detailsOf(proposalId), paused ? "rejected-and-paused" : "rejected");
});

export const edit = formAction(EditInput, async ({ input, viewer, settings, now }) => {
  const { proposalId, ...words } = input;
  const result = await proposals.edit(viewer, proposalId, words, settings, now);
  if (result.ok) return goTo(detailsOf(proposalId), "edited");
  const found = await findProposal(viewer, proposalId, settings, now);
  const meanwhile =
    found && meanwhileSentence(result.reason, found.proposal, found.viewerIs, found.partner.name, settings.words, now);
  return refused(meanwhile ?? refusalSentence(result.reason, "mentee", settings.words));
});

/** The page as it is now, with the reason: the button that was pressed may not be there any more. */
function showWhere(proposalId: string, reason: CommandRefusal, done?: string): Outcome {
  return goTo(`${detailsOf(proposalId)}?refused=${reason}`, done);
}

/** Whom to ask if it comes to nothing. */
export const saveChoices = formAction(ChoicesInput, async ({ input, viewer, settings, now }) => {
  const { proposalId, choice1, choice2, choice3, choice4 } = input;
  const named = tidy(viewer.memberId, [choice1, choice2, choice3, choice4], settings.proposals.furtherChoices);
  const result = await proposals.choose(viewer, proposalId, named, settings, now);
  return result.ok ? goTo(detailsOf(proposalId), "choices-saved") : showWhere(proposalId, result.reason);
});

export const stopChoices = formAction(StopInput, async ({ input: { proposalId }, viewer, now }) => {
  const stopped = await stop(viewer, proposalId, now);
  return stopped.ok ? goTo(detailsOf(proposalId), "choices-stopped") : showWhere(proposalId, stopped.reason);
});

/** Keep my place, in the queue of a mentor who is full or away. */
export const keepPlace = formAction(PlaceInput, async ({ input: { proposalId }, viewer, settings, now }) => {
  const kept = await queue.keepPlace(viewer, proposalId, settings, now);
  return kept.ok ? goTo(detailsOf(proposalId), "place-kept") : refused(sayQueueRefusal(kept.reason, settings));
});

export const leaveQueue = formAction(PlaceInput, async ({ input: { proposalId }, viewer, settings, now }) => {
  const left = await queue.leaveQueue(viewer, proposalId, now);
  return left.ok ? goTo(detailsOf(proposalId), "place-left") : refused(sayQueueRefusal(left.reason, settings));
});

function detailsOf(proposalId: string): string {
  return `/relationships/${proposalId}/details`;
}
