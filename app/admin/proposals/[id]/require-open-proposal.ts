import { notFound, redirect } from "next/navigation";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { findProposalRecord } from "@/lib/staff/relationships/proposals/queries";
import { nameBoth } from "../../record-page";

/** The proposal that staff are about to act on; redirects to its page if they can no longer do anything about it. */
export async function requireOpenProposal(params: Promise<{ id: string }>) {
  const viewer = await requireStaff("proposals");
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const found = await findProposalRecord(scopeOf(viewer, "proposals"), id);
  if (!found) notFound();
  const { proposal, mentee, mentor } = found;
  const isOwn = viewer.memberId === mentee.memberId || viewer.memberId === mentor.memberId;
  const page = `/admin/proposals/${id}`;
  if (isOwn || proposal.status !== "sent" || isPastDeadline(proposal, now)) redirect(page);
  const back = { href: page, label: nameBoth("proposals", mentee, mentor) };
  return { ...found, id, viewer, back, settings, when: { now, timeZone: viewer.timeZone } };
}
