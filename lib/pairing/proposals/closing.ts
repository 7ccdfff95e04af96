import type { Settings } from "@/lib/society/settings/settings";
import { isPastDeadline } from "./deadlines";
import { decide } from "./decide";
import { type Closable, loadOpenTo, loadOvertaken, MOST_AT_ONCE, type Whose } from "./load";
import type { Decision, Proposal } from "./proposal";
import { save } from "./save";

const EXPIRE = { type: "expire", actor: { kind: "sweep" } } as const;

/**
 * Closes open proposals that something has overtaken: sent while another was being accepted or while an account or a role
 * was going, or to a mentor who has no place left. Of one mentee, of one mentor, or of everybody (null). Returns how many.
 */
export function closeOvertaken(whose: Whose, settings: Settings, now: Date): Promise<number> {
  return closeInBatches(() => loadOvertaken(whose, settings.relationships.mentorsPerMentee), now);
}

/** Closes every open proposal to a mentor who pauses and would rather not answer them. Returns how many. */
export function closeOpenTo(mentorId: string, now: Date): Promise<number> {
  const because = "mentor-away" as const;
  return closeInBatches(async () => (await loadOpenTo(mentorId)).map((proposal) => ({ proposal, because })), now);
}

/** Until a batch is not full, or nothing of it could be closed: what a sweep holds is closed by the nightly job. */
async function closeInBatches(load: () => Promise<Closable[]>, now: Date): Promise<number> {
  for (let count = 0; ; ) {
    const batch = await load();
    const saved = (await save(closing(batch, now), "what-is-free")).length;
    count += saved;
    if (saved === 0 || batch.length < MOST_AT_ONCE) return count;
  }
}

/** The date decides: what is past its deadline has expired, and is not closed. Who is going is told nothing. */
export function closing(proposals: Closable[], now: Date): Decision[] {
  return proposals.flatMap(({ proposal, because }) => {
    const close = { type: "close", actor: { kind: "system" }, because } as const;
    const decided = decide(proposal, isPastDeadline(proposal, now) ? EXPIRE : close, now);
    if (!decided.ok) return [];
    const gone = because === "mentee-left" ? proposal.menteeId : because === "mentor-left" ? proposal.mentorId : null;
    return [{ ...decided, notices: decided.notices.filter(({ to }) => to !== gone) }];
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
