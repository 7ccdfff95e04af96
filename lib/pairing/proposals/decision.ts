import type { Notice, NoticeData } from "@/lib/notify/notices/notice";
import { auditedAs, type Fact } from "@/lib/society/audit/fact";
import { nextDue } from "./deadlines";
import type { ProposalNotice } from "./notices";
import type { Actor, Decision, Opening, Proposal, ProposalWords } from "./proposal";

/** Who is told what, with what, and what makes the occasion one of its kind in this round when the kind alone does not. */
export type Told = [to: "mentee" | "mentor", kind: ProposalNotice, data: { day?: number; expiresAt?: Date }, occasion?: string];

/** Puts a decision together: what is next due, one version more, the line of the audit trail, and who is told. */
export function decision(
  next: Proposal,
  extra: { words?: ProposalWords; opening?: Opening } & Pick<Decision, "askedPlace" | "choices" | "follows">,
  actor: Actor,
  now: Date,
  fact: string,
  data: Fact["data"],
  told: Told[],
): Decision {
  const { words = null, opening = null, ...waiting } = extra;
  const proposal = { ...next, dueAt: nextDue(next), version: next.version + 1 };
  return {
    ok: true,
    proposal,
    words,
    opening,
    ...waiting,
    facts: [
      {
        at: now,
        actor: auditedAs(actor.kind),
        actorId: "memberId" in actor ? actor.memberId : null,
        fact,
        subject: "proposal",
        subjectId: proposal.id,
        data: { round: proposal.round, ...data },
      },
    ],
    notices: told.map((one) => notice(proposal, one)),
  };
}

function notice(proposal: Proposal, [to, kind, { day, expiresAt }, occasion]: Told): Notice<ProposalNotice> {
  const data: NoticeData = {};
  if (day !== undefined) data.day = day;
  if (expiresAt) data.expiresAt = expiresAt.toISOString();
  return {
    key: ["proposal", proposal.id, proposal.round, kind.replace("proposal-", ""), ...(occasion ? [occasion] : [])].join(":"),
    to: to === "mentee" ? proposal.menteeId : proposal.mentorId,
    role: to,
    kind,
    proposalId: proposal.id,
    aboutId: to === "mentee" ? proposal.mentorId : proposal.menteeId,
    data,
  };
}
