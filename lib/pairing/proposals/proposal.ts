import type { Notice } from "@/lib/notify/notices/notice";
import type { Fact } from "@/lib/society/audit/fact";
import type { ProposalNotice } from "./notices";

export const STATUSES = ["sent", "accepted", "rejected", "withdrawn", "expired"] as const;
export type Status = (typeof STATUSES)[number];

/** Why a proposal is withdrawn. */
export type WithdrawnBecause =
  | "mentee"
  | "staff"
  | "mentee-left"
  | "mentor-left"
  | "mentee-matched"
  /** The last place of the mentor was taken, or given up. */
  | "mentor-full"
  /** The mentor has paused, and closed what was open. */
  | "mentor-away";

/** A reminder of the schedule that a round was sent under. */
export interface Reminder {
  /** Calendar days after the sending. */
  day: number;
  at: Date;
}

/** A mentee's request to a mentor. Accepted, it becomes a relationship under the same id: `/relationships/<id>` is both. */
export interface Proposal {
  /** The id of the relationship too, once there is one. */
  id: string;
  menteeId: string;
  mentorId: string;
  /** The programme in which it was sent; null: the society's own scheme. */
  programmeId: string | null;
  /** The society suggested it to both; the mentee did not send it. */
  isFromStaff: boolean;
  status: Status;
  withdrawnBecause: WithdrawnBecause | null;
  /** What staff said to both when they withdrew it. */
  withdrawnWords: string | null;
  /** 1, and one more for each time it was reopened. */
  round: number;
  slot: number;
  sentAt: Date;
  reminders: readonly Reminder[];
  expireDay: number;
  expiresAt: Date;
  /** How many days staff have added to this round. */
  extraDays: number;
  /** The newest reminder day of this round that is done; 0: none. */
  remindedDay: number;
  dueAt: Date | null;
  textNumber: number;
  /** The mentor's note with a no: still to be sealed, or of an older version. */
  rejectionReason: string | null;
  /** The note once it is saved. */
  rejectionSealed: string | null;
  /** The entry of the society's list of reasons that they chose. */
  rejectedBecause: number | null;
  movedAt: Date;
  version: number;
}

/** What the mentee writes. */
export interface ProposalWords {
  objectives: string;
  topics: number[];
  methods: number[];
  meeting: string;
  contribution: string;
}

export const COMMAND_TYPES = [
  "send",
  "edit",
  "accept",
  "reject",
  "withdraw",
  "reopen",
  "remind",
  "expire",
  "close",
  "extend",
  "remind-by-staff",
  "withdraw-by-staff",
  "ask-again",
  "choose",
  "suggest",
] as const;
export type CommandType = (typeof COMMAND_TYPES)[number];

/** Who gives a command: one of the two, staff, the clock, or the system when an account goes or a place is taken. */
export type Actor = { kind: "mentee" | "mentor" | "staff"; memberId: string } | { kind: "sweep" | "system" };

export type Command =
  | {
      type: "send";
      actor: Actor;
      id: string;
      menteeId: string;
      mentorId: string;
      words: ProposalWords;
      circumstances: Circumstances;
      /** The programme that it belongs to, whose circumstances these are; null: the society's own scheme. */
      programmeId?: string | null;
      /** Mentors to ask after this one, in order. */
      choices?: readonly string[];
      /** The proposal that has come to nothing, after which this one is sent with the same words. */
      follows?: string;
    }
  | { type: "edit"; actor: Actor; words: ProposalWords }
  | { type: "accept"; actor: Actor; seenText: number; circumstances: Circumstances }
  | { type: "reject"; actor: Actor; because: number | null; reason: string | null }
  | { type: "withdraw"; actor: Actor }
  | { type: "reopen"; actor: Actor; circumstances: Circumstances }
  | { type: "remind"; actor: Actor }
  | { type: "expire"; actor: Actor }
  | { type: "close"; actor: Actor; because: Exclude<WithdrawnBecause, "mentee" | "staff"> }
  /** Staff give the mentor more days to answer. */
  | { type: "extend"; actor: Actor; days: number; timeZone: string }
  /** Staff remind the mentor once more, today. */
  | { type: "remind-by-staff"; actor: Actor; timeZone: string }
  /** Both read these words. */
  | { type: "withdraw-by-staff"; actor: Actor; words: string }
  /** For somebody who has kept their place with the mentor since `joinedAt`, and is asked for one of the mentor's free places. */
  | { type: "ask-again"; actor: Actor; joinedAt: Date; askedPlace: number; circumstances: Circumstances }
  /** The mentee names whom to ask if this proposal comes to nothing, in order. */
  | { type: "choose"; actor: Actor; choices: readonly string[] }
  /** Staff suggest the two to each other; `words` are from the mentee's profile. */
  | {
      type: "suggest";
      actor: Actor;
      id: string;
      menteeId: string;
      mentorId: string;
      words: ProposalWords;
      circumstances: Circumstances;
      programmeId: string | null;
      /** The relationship begins with it, and nobody is asked. */
      beginsAtOnce: boolean;
    };

/** What beginning, reopening and accepting depend on beyond the proposal itself. */
export interface Circumstances {
  timeZone: string;
  remindAfterDays: readonly number[];
  expireAfterDays: number;
  /** The society's limits. */
  openPerMentee: number;
  mentorsPerMentee: number;
  relationshipMonths: number;
  /** `isReady`: false while they lack something that the society, or the programme, asks of the role; left out: nothing is asked. */
  mentor: { isActive: boolean; isReady?: boolean; isAvailable: boolean; capacity: number; takenPlaces: readonly number[] };
  mentee: {
    isActive: boolean;
    isReady?: boolean;
    hasProfile: boolean;
    takenSlots: readonly number[];
    takenPlaces: readonly number[];
  };
  /** Between these two, beside the proposal in hand. */
  hasOtherOpenProposal: boolean;
  arePartners: boolean;
  /** Either of the two has blocked the other. */
  areBlocked?: boolean;
  /** A rule of matching speaks against the two, or the mentor would rather not be matched with the mentee. */
  areKeptApart?: boolean;
  /** What counts in its programme alone; left out where there is no other than the society's scheme. */
  within?: Within;
}

/** A programme, as far as these two and their proposal are concerned. A mentee's limits are each programme's own. */
export interface Within {
  /** The mentee's other open proposals in it, and their mentors. */
  open: number;
  mentors: number;
  /** The mentor's mentees in it, and how many they take in it; null: as many as in all. */
  mentees: number;
  places: number | null;
  /** Whether both are in it, and whether members send proposals in it now. */
  areBothIn: boolean;
  takesProposals: boolean;
  /** Whether people come together in it now, at least by staff; left out: as for members. */
  isUnderWay?: boolean;
}

export type RefusalReason =
  | "not-yours"
  | "not-open"
  | "too-late"
  | "not-due"
  | "not-reopenable"
  | "yourself"
  | "no-profile"
  | "already-open"
  | "already-partners"
  | "too-many-open"
  | "mentee-has-mentor"
  | "mentor-full"
  | "mentor-unavailable"
  | "partner-left"
  | "changed-meanwhile"
  | "own"
  | "already-reminded"
  | "too-many-days"
  | "not-in-programme"
  | "programme-closed"
  | "not-ready"
  | "kept-apart";

/** What should be true next. The text is there when a new one was written, the opening when a relationship begins. Its version is one more than that of what it was decided on. */
export interface Decision {
  ok: true;
  proposal: Proposal;
  words: ProposalWords | null;
  opening: Opening | null;
  /** The free place of the mentor for which somebody in the queue is asked for. */
  askedPlace?: number;
  /** Mentors to ask after this one. */
  choices?: readonly string[];
  follows?: string;
  facts: Fact[];
  notices: Notice<ProposalNotice>[];
}

/** A relationship that begins with the acceptance, under the proposal's id. */
export interface Opening {
  startedAt: Date;
  agreedUntil: Date;
  /** When the clock has first to look at it. */
  dueAt: Date | null;
  mentorPlace: number;
  menteePlace: number;
  /** Whether it takes the last place of either: then what else is open to the mentor or of the mentee is closed. */
  isLastOfMentor: boolean;
  isLastOfMentee: boolean;
  /** It takes the last place that the mentor offers in its programme, though they have others. */
  isLastHere?: boolean;
}
