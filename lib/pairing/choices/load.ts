import { db } from "@/lib/foundation/db/client";
import { loadProposal } from "@/lib/pairing/proposals/load";
import type { Proposal, ProposalWords } from "@/lib/pairing/proposals/proposal";
import { openTexts } from "@/lib/pairing/proposals/words";

/** A proposal that has come to nothing, its words, and whom to ask with them now, in order. */
export interface Due {
  proposal: Proposal;
  words: ProposalWords;
  mentorIds: string[];
}

/** Null when there is nothing to go on with: somebody was quicker, or the proposal is open again. */
export async function loadDue(proposalId: string): Promise<Due | null> {
  const proposal = await loadProposal(proposalId);
  if (!proposal || proposal.status === "sent" || proposal.status === "accepted") return null;
  const [choices, text] = await Promise.all([
    db().proposalChoice.findMany({
      where: { proposalId, isDue: true },
      orderBy: { position: "asc" },
      select: { mentorId: true },
    }),
    db().proposalText.findUnique({
      where: { proposalId_number: { proposalId, number: proposal.textNumber } },
      select: {
        ...{ objectives: true, topics: true, methods: true, meeting: true, contribution: true },
        ...{ objectivesSealed: true, meetingSealed: true, contributionSealed: true },
      },
    }),
  ]);
  if (choices.length === 0 || !text) return null;
  // Sealed anew for each mentor who is asked, because the seal is bound to the proposal.
  const words = openTexts(proposalId, proposal.textNumber, text);
  const named = choices.map(({ mentorId }) => mentorId);
  const hidden = await db().mentorMark.findMany({
    where: { memberId: proposal.menteeId, mark: "hidden", mentorId: { in: named } },
    select: { mentorId: true },
  });
  // Whoever was marked Not for me since they were named is not asked.
  return { proposal, words, mentorIds: named.filter((id) => !hidden.some(({ mentorId }) => mentorId === id)) };
}
