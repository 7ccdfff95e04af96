import { notFound, redirect } from "next/navigation";
import type { Viewer } from "@/lib/foundation/viewer";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import { findProposalRecord } from "@/lib/staff/relationships/proposals/queries";

/** The proposal that staff are about to act on; redirects to its page if staff can no longer do anything about it. */
export async function findOpenProposal(viewer: Viewer, id: string, now: Date) {
  const found = await findProposalRecord(id);
  if (!found) notFound();
  const { proposal, mentee, mentor } = found;
  const isOwn = viewer.memberId === mentee.memberId || viewer.memberId === mentor.memberId;
  if (isOwn || proposal.status !== "sent" || isPastDeadline(proposal, now)) redirect(`/admin/proposals/${id}`);
  return found;
}
