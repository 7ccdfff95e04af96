import type { Notice } from "@/lib/notify/notices/notice";
import type { Fact } from "@/lib/society/audit/fact";
import type { MeetingNotice } from "./notices";

export const STATUSES = ["planned", "cancelled", "held", "not-held"] as const;
export type Status = (typeof STATUSES)[number];

/** The invited partner's answer to a planned meeting. */
export type Answer = "waiting" | "accepted" | "declined" | "suggested";

/** Who cancelled it; `end`: it went with the relationship. */
export type CancelledBecause = "organiser" | "partner" | "end";

export interface Period {
  startsAt: Date;
  endsAt: Date;
}

/** The two partners whose meeting it is. */
export interface Partners {
  relationshipId: string;
  menteeId: string;
  mentorId: string;
}

export interface Meeting extends Partners, Period {
  id: string;
  /** The partner who arranged or logged it. */
  organiserId: string;
  status: Status;
  answer: Answer;
  /** The id of a method in the society's list. */
  method: number;
  /** Whether title and details may go into mails and calendars. */
  sendsDetails: boolean;
  /** The time that the other partner suggests; only while the answer is `suggested`. */
  suggestion: Period | null;
  cancelledBecause: CancelledBecause | null;
  /** When both get a reminder; null if it was arranged at shorter notice. */
  remindAt: Date | null;
  isReminded: boolean;
  dueAt: Date | null;
  /** Rises with every change that calendars show: of time or words, an answer, the end. */
  sequence: number;
  createdAt: Date;
  movedAt: Date;
  version: number;
}

/** What the organiser writes, for the two partners alone. */
export interface MeetingWords {
  title: string;
  details: string;
}

/** Whether it has been declined, and nobody has moved it since: it stays for the organiser to change, but nobody counts on it. */
export function isDeclined({ status, answer }: Pick<Meeting, "status" | "answer">): boolean {
  return status === "planned" && answer === "declined";
}

/** Whether the two still mean to meet. */
export function isStillOn(meeting: Pick<Meeting, "status" | "answer">): boolean {
  return meeting.status === "planned" && !isDeclined(meeting);
}

/** Everything that the form of a meeting says. */
export interface Plan extends Period {
  method: number;
  sendsDetails: boolean;
  words: MeetingWords;
}

/** Things we warn about once and then leave to the member: see warnings.ts. */
export const WARNINGS = ["hour-twice", "you-are-busy", "partner-is-busy", "partner-hour", "after-the-end"] as const;
export type Warning = (typeof WARNINGS)[number];

/** Who gives a command: one of the two, the sweep, or the system when the relationship ends. */
export type Actor = { kind: "member"; memberId: string } | { kind: "sweep" | "system" };

/** What a decision about a time depends on beyond the meeting itself. */
export interface Circumstances {
  /** The society's. */
  timeZone: string;
  /** The day on which the relationship began: no meeting can have been held before it. */
  notBefore: Date;
  /** Warnings that the member has not seen yet. */
  unconfirmed: readonly Warning[];
}

export const COMMAND_TYPES = [
  "arrange",
  "log",
  "change",
  "accept",
  "decline",
  "suggest",
  "take",
  "cancel",
  "hold",
  "miss",
  "remind",
  "close",
  "ask-again",
] as const;
export type CommandType = (typeof COMMAND_TYPES)[number];

/** `seen`: the version that the member saw when they decided. */
export type Command =
  | { type: "arrange"; actor: Actor; id: string; partners: Partners; plan: Plan; circumstances: Circumstances }
  | { type: "log"; actor: Actor; id: string; partners: Partners; plan: Plan; circumstances: Circumstances }
  | { type: "change"; actor: Actor; seen: number; plan: Plan; circumstances: Circumstances }
  | { type: "suggest"; actor: Actor; seen: number; period: Period; circumstances: Circumstances }
  | { type: "take"; actor: Actor; seen: number; timeZone: string }
  | { type: "accept"; actor: Actor; seen: number }
  | { type: "decline"; actor: Actor; seen: number }
  | { type: "cancel"; actor: Actor; seen: number }
  | { type: "hold"; actor: Actor; seen: number }
  | { type: "miss"; actor: Actor; seen: number }
  | { type: "remind"; actor: Actor }
  /** `tells`: those of the two who still have an account. */
  | { type: "close"; actor: Actor; tells: readonly string[] }
  /** A calendar has sent a reply that says neither yes nor no to the meeting as it is. */
  | { type: "ask-again"; actor: Actor };

export type RefusalReason =
  | "not-yours"
  | "not-there"
  | "already-there"
  | "ends-before-start"
  | "too-long"
  | "in-the-past"
  | "too-far"
  | "not-over"
  | "before-beginning"
  | "unconfirmed"
  | "already-so"
  | "called-off"
  | "over"
  | "not-begun"
  | "declined"
  | "nothing-suggested"
  | "not-due"
  | "changed-meanwhile";

/** What should be true next. Its version is one higher than before. */
export interface Decision {
  ok: true;
  meeting: Meeting;
  /** New ones; null: they stay as they are. */
  words: MeetingWords | null;
  facts: Fact[];
  notices: Notice<MeetingNotice>[];
}
