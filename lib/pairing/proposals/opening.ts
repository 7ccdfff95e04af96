import { isPastDeadline } from "./deadlines";
import type { Circumstances, Proposal, RefusalReason } from "./proposal";

/** Why a proposal between these two may not be open, or null. A mentor who reopens may be unavailable to others. */
export function refuseOpening(
  menteeId: string,
  mentorId: string,
  by: "mentee" | "mentor",
  circumstances: Circumstances,
): RefusalReason | null {
  const { mentor, mentee, within } = circumstances;
  if (menteeId === mentorId) return "yourself";
  if (by === "mentee" ? !mentee.isActive : !mentor.isActive) return "not-yours";
  if (by === "mentee" ? !mentor.isActive : !mentee.isActive) return "partner-left";
  // In the words of one who has left: nobody is told that they are blocked.
  if (circumstances.areBlocked) return "partner-left";
  if (circumstances.hasOtherOpenProposal) return "already-open";
  if (circumstances.arePartners) return "already-partners";
  if (within && !within.areBothIn) return "not-in-programme";
  if (within && !within.takesProposals) return "programme-closed";
  if (isMatched(circumstances)) return "mentee-has-mentor";
  if (hasAllOpen(circumstances)) return "too-many-open";
  if (by === "mentee" && !mentor.isAvailable) return "mentor-unavailable";
  if (isFull(circumstances)) return "mentor-full";
  return null;
}

/** Whether the mentee has as many mentors in the programme as they may. */
export function isMatched({ mentee, mentorsPerMentee, within }: Circumstances): boolean {
  return (within?.mentors ?? mentee.takenPlaces.length) >= mentorsPerMentee;
}

function hasAllOpen({ mentee, openPerMentee, within }: Circumstances): boolean {
  return (within?.open ?? mentee.takenSlots.length) >= openPerMentee;
}

/** Whether the mentor has no place free: in all, or of those that they offer in the programme. */
export function isFull({ mentor, within }: Circumstances): boolean {
  const isFullHere = within !== undefined && within.places !== null && within.mentees >= within.places;
  return mentor.takenPlaces.length >= mentor.capacity || isFullHere;
}

/** Why a proposal can no longer be answered, or null. */
export function refuseAnswer(proposal: Proposal, now: Date): RefusalReason | null {
  if (proposal.status !== "sent") return proposal.status === "expired" ? "too-late" : "not-open";
  return isPastDeadline(proposal, now) ? "too-late" : null;
}

/** Whether the mentee may wait in the queue with it: nobody has answered it, and the mentor was full or away. */
export function isKeepable({ status, withdrawnBecause }: { status: string; withdrawnBecause: string | null }): boolean {
  return status === "withdrawn" && (withdrawnBecause === "mentor-full" || withdrawnBecause === "mentor-away");
}

/** Whether the mentee could send somebody else a proposal: nothing of their own stands in the way. */
export function mayAskAnother(circumstances: Circumstances): boolean {
  return circumstances.mentee.isActive && !isMatched(circumstances) && !hasAllOpen(circumstances);
}

/**
 * The lowest number from 1 on that is not taken. Two decisions at once take the same one, and its unique index lets one of them pass: the
 * other decides again, and finds the limit reached where there is one.
 */
export function firstFree(taken: readonly number[]): number {
  let place = 1;
  while (taken.includes(place)) place++;
  return place;
}
