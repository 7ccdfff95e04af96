import { isPastDeadline } from "./deadlines";
import { hasAllOpen, isFull, isMatched } from "./places";
import type { Circumstances, Proposal, RefusalReason } from "./proposal";

/**
 * Why a proposal between these two may not be open, or null. A mentor who reopens may be unavailable to others. Staff suggest people to
 * each other also in programmes where members send nothing themselves.
 */
export function refuseOpening(
  menteeId: string,
  mentorId: string,
  by: "mentee" | "mentor" | "staff",
  circumstances: Circumstances,
  isFromStaff = by === "staff",
): RefusalReason | null {
  const { mentor, mentee, within } = circumstances;
  if (menteeId === mentorId) return "yourself";
  if ((by === "mentee" && !mentee.isActive) || (by === "mentor" && !mentor.isActive)) return "not-yours";
  if (!mentor.isActive || !mentee.isActive) return "partner-left";
  // In the words of one who has left: nobody is told that they are blocked.
  if (circumstances.areBlocked) return "partner-left";
  // The member who acts has to be ready; a mentor who is not cannot be asked, and nobody is told why.
  if ((by === "mentee" ? mentee : mentor).isReady === false) return "not-ready";
  if (by === "staff" && mentee.isReady === false) return "not-ready";
  if (by === "mentee" && mentor.isReady === false) return "mentor-unavailable";
  if (circumstances.hasOtherOpenProposal) return "already-open";
  if (circumstances.arePartners) return "already-partners";
  if (circumstances.areKeptApart) return "kept-apart";
  if (within && !within.areBothIn) return "not-in-programme";
  const isOpen = isFromStaff ? (within?.isUnderWay ?? within?.takesProposals) : within?.takesProposals;
  if (within && !isOpen) return "programme-closed";
  if (isMatched(circumstances)) return "mentee-has-mentor";
  if (hasAllOpen(circumstances)) return "too-many-open";
  if (by !== "mentor" && !mentor.isAvailable) return "mentor-unavailable";
  if (isFull(circumstances)) return "mentor-full";
  return null;
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
