import type { Settings } from "@/lib/society/settings/settings";
import { isPastDeadline } from "./deadlines";
import { decide } from "./decide";
import { type Closable, loadOvertaken } from "./load";
import type { Decision, Proposal } from "./proposal";
import { save } from "./save";

const EXPIRE = { type: "expire", actor: { kind: "sweep" } } as const;

/**
 * Closes open proposals that something at the same moment has overtaken: sent while another was being accepted, or while
 * an account or a role was going. Of one mentee, or of everybody (null). Returns how many.
 */
export async function closeOvertaken(menteeId: string | null, settings: Settings, now: Date): Promise<number> {
  const overtaken = await loadOvertaken(menteeId, settings.relationships.mentorsPerMentee);
  return (await save(closing(overtaken, now), "what-is-free")).length;
}

/** The date decides: what is past its deadline has expired, and is not closed. Who is going is told nothing. */
export function closing(proposals: Closable[], now: Date): Decision[] {
  return proposals.flatMap(({ proposal, because }) => {
    const close = { type: "close", actor: { kind: "system" }, because } as const;
    const decided = decide(proposal, isPastDeadline(proposal, now) ? EXPIRE : close, now);
    if (!decided.ok) return [];
    const leaving = because === "mentee-matched" ? null : because === "mentee-left" ? proposal.menteeId : proposal.mentorId;
    return [{ ...decided, notices: decided.notices.filter(({ to }) => to !== leaving) }];
  });
}

/** The date decides: what is past its deadline is expired before anything else is decided. True when there was any. */
export async function expireOverdue(open: Proposal[], now: Date): Promise<boolean> {
  const overdue = open.filter((proposal) => isPastDeadline(proposal, now));
  const decisions = overdue.map((proposal) => decide(proposal, EXPIRE, now));
  await save(
    decisions.filter((decided) => decided.ok),
    "what-is-free",
  );
  return overdue.length > 0;
}
