import type { Notice } from "@/lib/notify/notices/notice";
import type { Fact } from "@/lib/society/audit/fact";
import type { ProposalNotice } from "./notices";

export const STATUSES = ["sent", "accepted", "rejected", "withdrawn", "expired"] as const;
export type Status = (typeof STATUSES)[number];

/** Why a proposal is withdrawn. */
export type WithdrawnBecause = "mentee" | "staff" | "mentee-left" | "mentor-left" | "mentee-matched";

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
  /** Still to be sealed, or of an older version. */
  rejectionReason: string | null;
  /** The mentor's reason once it is saved. */
  rejectionSealed: string | null;
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
  "withdraw-by-staff",
] as const;
export type CommandType = (typeof COMMAND_TYPES)[number];

/** Who gives a command: one of the two, staff, the clock, or the system when an account goes or a place is taken. */
export type Actor = { kind: "mentee" | "mentor" | "staff"; memberId: string } | { kind: "clock" | "system" };

export type Command =
  | {
      type: "send";
      actor: Actor;
      id: string;
      menteeId: string;
      mentorId: string;
      words: ProposalWords;
      circumstances: Circumstances;
    }
  | { type: "edit"; actor: Actor; words: ProposalWords }
  | { type: "accept"; actor: Actor; seenText: number; circumstances: Circumstances }
  | { type: "reject"; actor: Actor; reason: string | null }
  | { type: "withdraw"; actor: Actor }
  | { type: "reopen"; actor: Actor; circumstances: Circumstances }
  | { type: "remind"; actor: Actor }
  | { type: "expire"; actor: Actor }
  | { type: "close"; actor: Actor; because: Exclude<WithdrawnBecause, "mentee" | "staff"> }
  /** Staff give the mentor more days to answer. */
  | { type: "extend"; actor: Actor; days: number; timeZone: string }
  /** Both read these words. */
  | { type: "withdraw-by-staff"; actor: Actor; words: string };

/** What beginning, reopening and accepting depend on beyond the proposal itself. */
export interface Circumstances {
  timeZone: string;
  remindAfterDays: readonly number[];
  expireAfterDays: number;
  /** The society's limits. */
  openPerMentee: number;
  mentorsPerMentee: number;
  relationshipMonths: number;
  mentor: { isActive: boolean; isAvailable: boolean; capacity: number; takenPlaces: readonly number[] };
  mentee: { isActive: boolean; takenSlots: readonly number[]; takenPlaces: readonly number[] };
  /** Between these two, beside the proposal in hand. */
  hasOtherOpenProposal: boolean;
  arePartners: boolean;
}

export type RefusalReason =
  | "not-yours"
  | "not-open"
  | "too-late"
  | "not-due"
  | "not-reopenable"
  | "yourself"
  | "already-open"
  | "already-partners"
  | "too-many-open"
  | "mentee-has-mentor"
  | "mentor-full"
  | "mentor-unavailable"
  | "partner-left"
  | "changed-meanwhile"
  | "own"
  | "too-many-days";

/** What should be true next. The text is there when a new one was written, the opening when a relationship begins. Its version is one more than that of what it was decided on. */
export interface Decision {
  ok: true;
  proposal: Proposal;
  words: ProposalWords | null;
  opening: Opening | null;
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
}
