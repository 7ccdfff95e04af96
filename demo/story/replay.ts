import type { Notice } from "@/lib/notify/notices/notice";
import { dueCommand } from "@/lib/pairing/proposals/deadlines";
import { decide } from "@/lib/pairing/proposals/decide";
import type { Actor, Circumstances, Command, Opening, Proposal, ProposalWords } from "@/lib/pairing/proposals/proposal";
import type { Fact } from "@/lib/society/audit/fact";
import type { Settings } from "@/lib/society/settings/settings";
import type { Step } from "./step";

export interface Relationship extends Omit<Opening, "isLastOfMentor" | "isLastOfMentee"> {
  id: string;
  menteeId: string;
  mentorId: string;
  endedAt: Date | null;
  endedBecause: string | null;
}

/** What is true after everything that happened, and the trail that it left. */
export interface History {
  proposals: Map<string, Proposal>;
  texts: { proposalId: string; number: number; words: ProposalWords; writtenAt: Date }[];
  relationships: Map<string, Relationship>;
  facts: Fact[];
  notices: { notice: Notice; at: Date }[];
}

/**
 * Lets the steps happen one after the other, by the product's own rules, with the clock doing its part in between; ends
 * at `now`. A step that the rules refuse did not happen.
 */
export function replay(
  steps: readonly Step[],
  capacityOf: (mentorId: string) => number,
  settings: Settings,
  now: Date,
): History {
  const history: History = { proposals: new Map(), texts: [], relationships: new Map(), facts: [], notices: [] };
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    runSweeps(history, step.at);
    if (step.type === "end") end(history, step);
    else act(history, step, capacityOf, settings);
  }
  runSweeps(history, now);
  return history;
}

function act(
  history: History,
  step: Exclude<Step, { type: "end" }>,
  capacityOf: (mentorId: string) => number,
  settings: Settings,
): void {
  const proposal = history.proposals.get(step.proposal) ?? null;
  const pair = step.type === "send" ? step : proposal;
  if (!pair) return;
  const circumstances = readCircumstances(history, pair, step.proposal, capacityOf, settings);
  const opening = take(history, proposal, commandOf(step, pair, proposal, circumstances), step.at);
  if (opening?.isLastOfMentee) closeOpen(history, ({ menteeId }) => menteeId === pair.menteeId, "mentee-matched", step.at);
  if (opening?.isLastOfMentor) closeOpen(history, ({ mentorId }) => mentorId === pair.mentorId, "mentor-full", step.at);
}

function closeOpen(
  history: History,
  isConcerned: (proposal: Proposal) => boolean,
  because: "mentee-matched" | "mentor-full",
  at: Date,
): void {
  const open = [...history.proposals.values()].filter((one) => one.status === "sent" && isConcerned(one));
  for (const other of open) take(history, other, { type: "close", actor: { kind: "system" }, because }, at);
}

function commandOf(
  step: Exclude<Step, { type: "end" }>,
  { menteeId, mentorId }: { menteeId: string; mentorId: string },
  proposal: Proposal | null,
  circumstances: Circumstances,
): Command {
  const mentee: Actor = { kind: "mentee", memberId: menteeId };
  const mentor: Actor = { kind: "mentor", memberId: mentorId };
  switch (step.type) {
    case "send":
      return { type: "send", actor: mentee, id: step.proposal, menteeId, mentorId, words: step.words, circumstances };
    case "edit":
      return { type: "edit", actor: mentee, words: step.words };
    case "withdraw":
      return { type: "withdraw", actor: mentee };
    case "accept":
      return { type: "accept", actor: mentor, seenText: proposal?.textNumber ?? 1, circumstances };
    case "reject":
      return { type: "reject", actor: mentor, because: step.because, reason: step.reason };
    case "reopen":
      return { type: "reopen", actor: step.by === "mentee" ? mentee : mentor, circumstances };
  }
}

function readCircumstances(
  { proposals, relationships }: History,
  { menteeId, mentorId }: { menteeId: string; mentorId: string },
  id: string,
  capacityOf: (mentorId: string) => number,
  { society, proposals: limits, relationships: terms }: Settings,
): Circumstances {
  const active = [...relationships.values()].filter((one) => !one.endedAt);
  const open = [...proposals.values()].filter((one) => one.status === "sent" && one.menteeId === menteeId);
  const ofMentor = active.filter((one) => one.mentorId === mentorId);
  const ofMentee = active.filter((one) => one.menteeId === menteeId);
  return {
    timeZone: society.timeZone,
    remindAfterDays: limits.remindAfterDays,
    expireAfterDays: limits.expireAfterDays,
    openPerMentee: limits.openPerMentee,
    mentorsPerMentee: terms.mentorsPerMentee,
    relationshipMonths: terms.months,
    mentor: {
      isActive: true,
      isAvailable: true,
      capacity: capacityOf(mentorId),
      takenPlaces: ofMentor.map((one) => one.mentorPlace),
    },
    mentee: {
      isActive: true,
      hasProfile: true,
      takenSlots: open.map((one) => one.slot),
      takenPlaces: ofMentee.map((one) => one.menteePlace),
    },
    hasOtherOpenProposal: open.some((one) => one.mentorId === mentorId && one.id !== id),
    arePartners: ofMentee.some((one) => one.mentorId === mentorId),
  };
}

/** Reminders and expiries that fell due until `until`, in their order and each at its time. */
function runSweeps(history: History, until: Date): void {
  for (;;) {
    const due = [...history.proposals.values()].filter((one) => one.dueAt && one.dueAt <= until);
    const next = due.sort((a, b) => Number(a.dueAt) - Number(b.dueAt))[0];
    if (!next?.dueAt) return;
    const command = dueCommand(next, next.dueAt);
    if (!command) return;
    take(history, next, { type: command.type, actor: { kind: "sweep" } }, next.dueAt);
  }
}

/** Gives back what opens with it, if anything does. */
function take(history: History, proposal: Proposal | null, command: Command, at: Date): Opening | null {
  const decision = decide(proposal, command, at);
  if (!decision.ok) return null;
  const { id, menteeId, mentorId, textNumber } = decision.proposal;
  history.proposals.set(id, decision.proposal);
  if (decision.words) history.texts.push({ proposalId: id, number: textNumber, words: decision.words, writtenAt: at });
  if (decision.opening) {
    const { isLastOfMentor: _, isLastOfMentee: __, ...opening } = decision.opening;
    history.relationships.set(id, { ...opening, id, menteeId, mentorId, endedAt: null, endedBecause: null });
  }
  history.facts.push(...decision.facts);
  history.notices.push(...decision.notices.map((notice) => ({ notice, at })));
  return decision.opening;
}

function end({ relationships, facts }: History, { at, proposal, because }: Extract<Step, { type: "end" }>): void {
  const relationship = relationships.get(proposal);
  if (!relationship) return;
  relationship.endedAt = at;
  relationship.dueAt = null;
  relationship.endedBecause = because;
  const actorId = because === "mentor" ? relationship.mentorId : relationship.menteeId;
  facts.push({
    at,
    actor: "member",
    actorId,
    fact: "ended",
    subject: "relationship",
    subjectId: proposal,
    data: { because },
  });
}
