import { daysBetween } from "@/lib/foundation/dates";
import { type Refusal, refuse } from "@/lib/foundation/result";
import { extend, remindByStaff, withdrawByStaff } from "./by-staff";
import { dueCommand, isPastDeadline } from "./deadlines";
import { decision, type Told } from "./decision";
import { isFull, isMatched } from "./places";
import type { Actor, Command, Decision, Proposal, RefusalReason } from "./proposal";
import { isKeepable, refuseAnswer, refuseOpening } from "./refusals";
import { open, send, startRound, suggest } from "./sending";

type Decided = Decision | Refusal<RefusalReason>;
type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/**
 * The whole rule of a proposal. Takes it as it stands (null before it is sent), a command with what it depends on,
 * and the time; returns what should be true next, or a refusal. No effects, no clock.
 */
export function decide(proposal: Proposal | null, command: Command, now: Date): Decided {
  if (command.type === "send") return proposal ? refuse("already-open") : send(command, now);
  if (command.type === "suggest") return proposal ? refuse("already-open") : suggest(command, now);
  if (!proposal) return refuse("not-open");
  if (isOwn(proposal, command.actor)) return refuse("own");
  if (!isTheirs(proposal, command)) return refuse("not-yours");
  switch (command.type) {
    case "edit":
      return edit(proposal, command, now);
    case "accept":
      return accept(proposal, command, now);
    case "reject":
      return reject(proposal, command, now);
    case "withdraw":
      return withdraw(proposal, command, now);
    case "reopen":
      return reopen(proposal, command, now);
    case "remind":
      return remind(proposal, command, now);
    case "expire":
      return expire(proposal, command, now);
    case "close":
      return close(proposal, command, now);
    case "extend":
      return extend(proposal, command, now);
    case "remind-by-staff":
      return remindByStaff(proposal, command, now);
    case "withdraw-by-staff":
      return withdrawByStaff(proposal, command, now);
    case "ask-again":
      return askAgain(proposal, command, now);
    case "choose":
      return choose(proposal, command, now);
  }
}

/** Staff decide nothing that they have a part in. */
function isOwn({ menteeId, mentorId }: Proposal, actor: Actor): boolean {
  return actor.kind === "staff" && (actor.memberId === menteeId || actor.memberId === mentorId);
}

/** Who may give which command at all. */
function isTheirs({ menteeId, mentorId }: Proposal, { type, actor }: Command): boolean {
  if (type === "remind" || type === "expire") return actor.kind === "sweep";
  if (type === "close" || type === "ask-again") return actor.kind === "system";
  if (type === "extend" || type === "remind-by-staff" || type === "withdraw-by-staff") return actor.kind === "staff";
  if (actor.kind !== "mentee" && actor.kind !== "mentor") return false;
  if (actor.memberId !== (actor.kind === "mentee" ? menteeId : mentorId)) return false;
  if (type === "edit" || type === "withdraw" || type === "choose") return actor.kind === "mentee";
  if (type === "accept" || type === "reject") return actor.kind === "mentor";
  return true;
}

function edit(proposal: Proposal, { actor, words }: Of<"edit">, now: Date): Decided {
  const closed = refuseAnswer(proposal, now);
  if (closed) return refuse(closed);
  const textNumber = proposal.textNumber + 1;
  const next = { ...proposal, textNumber, movedAt: now };
  return decision(next, { words }, actor, now, "edited", { text: textNumber }, [
    ["mentor", "proposal-edited", { expiresAt: proposal.expiresAt }, String(textNumber)],
  ]);
}

function accept(proposal: Proposal, { actor, seenText, circumstances }: Of<"accept">, now: Date): Decided {
  const closed = refuseAnswer(proposal, now);
  if (closed) return refuse(closed);
  if (seenText !== proposal.textNumber) return refuse("changed-meanwhile");
  if (!circumstances.mentee.isActive || circumstances.areBlocked) return refuse("partner-left");
  if (circumstances.arePartners) return refuse("already-partners");
  if (isFull(circumstances)) return refuse("mentor-full");
  if (isMatched(circumstances)) return refuse("mentee-has-mentor");
  const opening = open(circumstances, now);
  const next: Proposal = { ...proposal, status: "accepted", movedAt: now };
  return decision(next, { opening }, actor, now, "accepted", {}, [["mentee", "proposal-accepted", {}]]);
}

function reject(proposal: Proposal, { actor, because, reason }: Of<"reject">, now: Date): Decided {
  const closed = refuseAnswer(proposal, now);
  if (closed) return refuse(closed);
  const why = { rejectionReason: reason, rejectedBecause: because };
  const next: Proposal = { ...proposal, ...why, status: "rejected", movedAt: now };
  return decision(next, {}, actor, now, "rejected", {}, [["mentee", "proposal-rejected", {}]]);
}

function withdraw(proposal: Proposal, { actor }: Of<"withdraw">, now: Date): Decided {
  const closed = refuseAnswer(proposal, now);
  if (closed) return refuse(closed);
  const next: Proposal = { ...proposal, status: "withdrawn", withdrawnBecause: "mentee", movedAt: now };
  return decision(next, {}, actor, now, "withdrawn", {}, [["mentor", "proposal-withdrawn", {}]]);
}

function reopen(proposal: Proposal, { actor, circumstances }: Of<"reopen">, now: Date): Decided {
  const by = actor.kind === "mentor" ? "mentor" : "mentee";
  const isReopenable =
    by === "mentee"
      ? // What the society has withdrawn is reopened by nobody; another proposal may be sent.
        proposal.status === "withdrawn" && proposal.withdrawnBecause !== "staff"
      : proposal.status === "rejected" || proposal.status === "expired" || isPastDeadline(proposal, now);
  if (!isReopenable) return refuse("not-reopenable");
  const refusal = refuseOpening(proposal.menteeId, proposal.mentorId, by, circumstances, proposal.isFromStaff);
  if (refusal) return refuse(refusal);
  const unsaid = { rejectionReason: null, rejectionSealed: null, rejectedBecause: null };
  const next = { ...proposal, ...startRound(circumstances, now), ...unsaid, round: proposal.round + 1 };
  const told: Told =
    by === "mentee"
      ? ["mentor", "proposal-reopened-mentor", { expiresAt: next.expiresAt }]
      : ["mentee", "proposal-reopened-mentee", { expiresAt: next.expiresAt }];
  return decision(next, {}, actor, now, "reopened", { by }, [told]);
}

function remind(proposal: Proposal, { actor }: Of<"remind">, now: Date): Decided {
  const due = dueCommand(proposal, now);
  if (due?.type !== "remind") return refuse("not-due");
  const next = { ...proposal, remindedDay: due.day };
  return decision(next, {}, actor, now, "reminded", { day: due.day }, [
    ["mentor", "proposal-reminder", { day: due.day, expiresAt: proposal.expiresAt }, String(due.day)],
  ]);
}

function expire(proposal: Proposal, { actor }: Of<"expire">, now: Date): Decided {
  if (dueCommand(proposal, now)?.type !== "expire") return refuse("not-due");
  const next: Proposal = { ...proposal, status: "expired", movedAt: proposal.expiresAt };
  return decision(next, {}, actor, now, "expired", {}, [
    ["mentee", "proposal-expired-mentee", { day: proposal.expireDay }],
    ["mentor", "proposal-expired-mentor", { day: proposal.expireDay }],
  ]);
}

function close(proposal: Proposal, { actor, because }: Of<"close">, now: Date): Decided {
  if (proposal.status !== "sent") return refuse("not-open");
  const next: Proposal = { ...proposal, status: "withdrawn", withdrawnBecause: because, movedAt: now };
  return decision(next, {}, actor, now, "closed", { because }, [TOLD_OF_CLOSING[because]]);
}

const TOLD_OF_CLOSING: Record<Of<"close">["because"], Told> = {
  "mentee-matched": ["mentor", "proposal-withdrawn-matched", {}],
  "mentee-left": ["mentor", "proposal-closed", {}],
  "mentor-left": ["mentee", "proposal-closed", {}],
  "mentor-full": ["mentee", "proposal-mentor-full", {}],
  "mentor-away": ["mentee", "proposal-mentor-away", {}],
};

/** The same words with a new clock, for somebody who waited in the queue. */
function askAgain(proposal: Proposal, { actor, joinedAt, askedPlace, circumstances }: Of<"ask-again">, now: Date): Decided {
  if (!isKeepable(proposal)) return refuse("not-reopenable");
  const refusal = refuseOpening(proposal.menteeId, proposal.mentorId, "mentee", circumstances, proposal.isFromStaff);
  if (refusal) return refuse(refusal);
  const next = { ...proposal, ...startRound(circumstances, now), round: proposal.round + 1 };
  const { expiresAt } = next;
  const day = daysBetween(joinedAt, now, circumstances.timeZone);
  return decision(next, { askedPlace }, actor, now, "asked-again", { day }, [
    ["mentor", "proposal-asked-again", { day, expiresAt }, "mentor"],
    ["mentee", "proposal-place-free", { expiresAt }, "mentee"],
  ]);
}

/** Nothing changes for the mentor, and so the mentor is told nothing. */
function choose(proposal: Proposal, { actor, choices }: Of<"choose">, now: Date): Decided {
  const closed = refuseAnswer(proposal, now);
  if (closed) return refuse(closed);
  return decision(proposal, { choices }, actor, now, "choices-changed", {}, []);
}
