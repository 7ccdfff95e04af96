import type { Viewer } from "@/lib/foundation/viewer";
import { partOf } from "@/lib/pairing/relationships/access";
import { decide } from "./decide";
import type { Actor, Circumstances, Command, Proposal, ProposalWords, RefusalReason } from "./proposal";

/** What one of the two can do from a page. */
export const MEMBER_COMMANDS = ["edit", "accept", "reject", "withdraw", "reopen"] as const;
export type MemberCommandType = (typeof MEMBER_COMMANDS)[number];

/** The commands that would not be refused now. The buttons of a page ask here, so that screen and rule cannot disagree. */
export function allowedCommands(
  viewer: Viewer,
  proposal: Proposal,
  circumstances: Circumstances,
  now: Date,
): MemberCommandType[] {
  const kind = partOf(viewer, proposal);
  if (!kind) return [];
  const actor: Actor = { kind, memberId: viewer.memberId };
  const commands: Record<MemberCommandType, Command> = {
    edit: { type: "edit", actor, words: NO_WORDS },
    accept: { type: "accept", actor, seenText: proposal.textNumber, circumstances },
    reject: { type: "reject", actor, because: null, reason: null },
    withdraw: { type: "withdraw", actor },
    reopen: { type: "reopen", actor, circumstances },
  };
  return MEMBER_COMMANDS.filter((type) => decide(proposal, commands[type], now).ok);
}

/** Why the viewer cannot do what they might expect to do now: said beside the missing button. Null when nothing is missing. */
export function refusalToShow(viewer: Viewer, proposal: Proposal, circumstances: Circumstances, now: Date) {
  const kind = partOf(viewer, proposal);
  if (!kind) return null;
  const actor: Actor = { kind, memberId: viewer.memberId };
  const expected: Command =
    proposal.status === "sent" && kind === "mentor"
      ? { type: "accept", actor, seenText: proposal.textNumber, circumstances }
      : { type: "reopen", actor, circumstances };
  const decided = decide(proposal, expected, now);
  if (decided.ok || decided.reason === "not-reopenable" || decided.reason === "too-late" || decided.reason === "not-yours")
    return null;
  return decided.reason;
}

/** Why sending to this mentor would be refused now, whatever the words; null when it would not. */
export function refusalToSend(viewer: Viewer, mentorId: string, circumstances: Circumstances, now: Date): RefusalReason | null {
  const menteeId = viewer.memberId;
  const actor: Actor = { kind: "mentee", memberId: menteeId };
  const decided = decide(null, { type: "send", actor, id: "", menteeId, mentorId, words: NO_WORDS, circumstances }, now);
  return decided.ok ? null : decided.reason;
}

const NO_WORDS: ProposalWords = { objectives: "", topics: [], methods: [], meeting: "", contribution: "" };
