import { daysBetween } from "@/lib/foundation/dates";
import { type Refusal, refuse } from "@/lib/foundation/result";
import { MOST_EXTRA_DAYS, moreDays } from "./deadlines";
import { decision } from "./decision";
import type { Command, Decision, Proposal, RefusalReason } from "./proposal";
import { refuseAnswer } from "./refusals";

// The part of the rule (decide.ts) that is about the commands of staff.

type Decided = Decision | Refusal<RefusalReason>;
type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

export function extend(proposal: Proposal, { actor, days, timeZone }: Of<"extend">, now: Date): Decided {
  const closed = refuseAnswer(proposal, now);
  if (closed) return refuse(closed);
  if (days < 1 || proposal.extraDays + days > MOST_EXTRA_DAYS) return refuse("too-many-days");
  const next = { ...proposal, ...moreDays(proposal, days, timeZone, now) };
  const { expiresAt, extraDays } = next;
  return decision(next, {}, actor, now, "extended", { days }, [
    ["mentee", "proposal-extended", { expiresAt }, `mentee:${extraDays}`],
    ["mentor", "proposal-extended", { expiresAt }, `mentor:${extraDays}`],
  ]);
}

/** Once a day at most, whoever does it: the day is remembered as that of the newest reminder, like the clock's. */
export function remindByStaff(proposal: Proposal, { actor, timeZone }: Of<"remind-by-staff">, now: Date): Decided {
  const closed = refuseAnswer(proposal, now);
  if (closed) return refuse(closed);
  const day = daysBetween(proposal.sentAt, now, timeZone);
  if (day <= proposal.remindedDay) return refuse("already-reminded");
  return decision({ ...proposal, remindedDay: day }, {}, actor, now, "reminded", { day }, [
    ["mentor", "proposal-reminder", { day, expiresAt: proposal.expiresAt }, `staff:${day}`],
  ]);
}

export function withdrawByStaff(proposal: Proposal, { actor, words }: Of<"withdraw-by-staff">, now: Date): Decided {
  const closed = refuseAnswer(proposal, now);
  if (closed) return refuse(closed);
  const withdrawn = { status: "withdrawn", withdrawnBecause: "staff", withdrawnWords: words, movedAt: now } as const;
  return decision({ ...proposal, ...withdrawn }, {}, actor, now, "withdrawn", { because: "staff" }, [
    ["mentee", "proposal-withdrawn-staff", {}, "mentee"],
    ["mentor", "proposal-withdrawn-staff", {}, "mentor"],
  ]);
}
