import { decide } from "@/lib/pairing/proposals/decide";
import type { Circumstances, Command, CommandType, Decision, Proposal, ProposalWords } from "@/lib/pairing/proposals/proposal";

// Examples for the tests of this folder. Monday 1 June 2026, ten in the morning in London.

export const SENT_AT = new Date("2026-06-01T09:00:00Z");
export const DAY = 24 * 60 * 60 * 1000;
export const MENTEE = { kind: "mentee", memberId: "00000000-0000-4000-8000-000000000001" } as const;
export const MENTOR = { kind: "mentor", memberId: "00000000-0000-4000-8000-000000000002" } as const;
export const SWEEP = { kind: "sweep" } as const;
export const STAFF = { kind: "staff", memberId: "00000000-0000-4000-8000-000000000003" } as const;
export const SYSTEM = { kind: "system" } as const;

export const WORDS: ProposalWords = {
  objectives: "Decide between two specialisms by the autumn.",
  topics: [1],
  methods: [2],
  meeting: "An hour every three weeks.",
  contribution: "Preparation, and honesty about what I tried.",
};

export const FREE: Circumstances = {
  timeZone: "Europe/London",
  remindAfterDays: [3, 7, 15],
  expireAfterDays: 21,
  openPerMentee: 3,
  mentorsPerMentee: 1,
  relationshipMonths: 12,
  mentor: { isActive: true, isAvailable: true, capacity: 2, takenPlaces: [] },
  mentee: { isActive: true, hasProfile: true, takenSlots: [], takenPlaces: [] },
  hasOtherOpenProposal: false,
  arePartners: false,
};

/** A command of each type, given by whoever may give it. */
export function exampleCommand(type: CommandType, circumstances: Circumstances = FREE): Command {
  const [menteeId, mentorId] = [MENTEE.memberId, MENTOR.memberId];
  const id = "00000000-0000-4000-8000-000000000009";
  const suggested = { type: "suggest", actor: STAFF, id, menteeId, mentorId } as const;
  const commands: { [Type in CommandType]: Command } = {
    send: { type: "send", actor: MENTEE, id, menteeId, mentorId, words: WORDS, circumstances },
    edit: { type: "edit", actor: MENTEE, words: { ...WORDS, meeting: "Twice a month." } },
    accept: { type: "accept", actor: MENTOR, seenText: 1, circumstances },
    reject: { type: "reject", actor: MENTOR, because: 2, reason: "I am moving abroad." },
    withdraw: { type: "withdraw", actor: MENTEE },
    reopen: { type: "reopen", actor: MENTEE, circumstances },
    remind: { type: "remind", actor: SWEEP },
    expire: { type: "expire", actor: SWEEP },
    close: { type: "close", actor: SYSTEM, because: "mentor-left" },
    extend: { type: "extend", actor: STAFF, days: 7, timeZone: "Europe/London" },
    "remind-by-staff": { type: "remind-by-staff", actor: STAFF, timeZone: "Europe/London" },
    "withdraw-by-staff": { type: "withdraw-by-staff", actor: STAFF, words: "Gareth is away for longer than he thought." },
    choose: { type: "choose", actor: MENTEE, choices: ["00000000-0000-4000-8000-000000000004"] },
    suggest: { ...suggested, words: WORDS, circumstances, programmeId: null, beginsAtOnce: false },
    "ask-again": { type: "ask-again", actor: SYSTEM, joinedAt: SENT_AT, askedPlace: 1, circumstances },
  };
  return commands[type];
}

/** The decision, or a failed test. */
export function decided(proposal: Proposal | null, command: Command, now: Date): Decision {
  const result = decide(proposal, command, now);
  if (!result.ok) throw new Error(`${command.type} was refused: ${result.reason}`);
  return result;
}

export function sentProposal(): Proposal {
  return decided(null, exampleCommand("send"), SENT_AT).proposal;
}

export const onDay = (days: number) => new Date(SENT_AT.getTime() + days * DAY);
