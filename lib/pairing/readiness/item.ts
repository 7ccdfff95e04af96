import type { Role } from "@/lib/foundation/viewer";
import type { Notice } from "@/lib/notify/notices/notice";
import type { Fact } from "@/lib/society/audit/fact";
import type { Condition } from "./conditions/condition";
import type { ReadinessNotice } from "./notices";

/** Whose turn it is: the member's, their referee's, or the society's; or how it came out. */
export const STATUSES = ["open", "asked", "with-staff", "met", "refused", "expired"] as const;
export type Status = (typeof STATUSES)[number];

/** Where a member stands with a condition. */
export interface Item {
  id: string;
  conditionId: string;
  memberId: string;
  /** Those of the condition. */
  programmeId: string;
  role: Role;
  status: Status;
  /** Whether it keeps the member from being listed and from sending: cache of `lacks`. */
  isLacking: boolean;
  /** The wording that was asked for, or accepted. */
  textNumber: number;
  countsAt: Date;
  metAt: Date | null;
  /** Of a check, and of training that has to be done again. */
  expiresAt: Date | null;
  /** How many days before its end the member was last told. */
  warnedDays: number | null;
  /** Until when the referee can answer. */
  answerUntil: Date | null;
  /** Sealed: what staff said when they did not approve it. */
  words: string | null;
  /** Sealed: a note of staff. */
  note: string | null;
  movedAt: Date;
  dueAt: Date | null;
  version: number;
}

export const COMMAND_TYPES = [
  ...(["ask", "renew", "accept", "complete", "ask-referee", "answer", "approve", "record-check", "refuse", "remind"] as const),
  ...(["count", "warn", "expire", "no-answer"] as const),
] as const;
export type CommandType = (typeof COMMAND_TYPES)[number];

export type Actor =
  | { kind: "member" | "staff"; memberId: string }
  /** A referee has no account. */
  | { kind: "referee" | "sweep" };

export type Command = { actor: Actor } & (
  | { type: "ask"; id: string; memberId: string }
  /** In whose days training expires. */
  | { type: "renew"; timeZone: string }
  | { type: "approve"; timeZone: string }
  | { type: "complete"; timeZone: string }
  | { type: "count" | "warn" | "expire" | "no-answer" }
  /** `seenText`: the wording that the member saw. */
  | { type: "accept"; seenText: number }
  | { type: "ask-referee"; answerUntil: Date }
  | { type: "answer"; isYes: boolean }
  /** `note` is sealed. */
  | { type: "record-check"; expiresAt: Date | null; note: string | null }
  /** `words` is sealed. */
  | { type: "refuse"; words: string | null }
  | { type: "remind"; day: string }
);

/** What a decision depends on beyond the item. */
export interface Circumstances {
  condition: Pick<
    Condition,
    | ("id" | "programmeId" | "role" | "kind" | "name" | "textNumber" | "neededText")
    | ("validMonths" | "countsAt" | "retiredAt" | "changedAt")
  >;
  /** The name of the programme; null or left out: the society's own scheme. */
  programme?: string | null;
  /** Whether the member is active in the role, and in the programme: only then are they told anything. */
  isAsked: boolean;
  /** How many referees they have named for it. */
  named: number;
}

export type RefusalReason =
  | "not-yours"
  | "not-asked"
  | "already-asked"
  | "not-this-kind"
  | "already-met"
  | "not-waiting"
  | "not-due"
  | "text-changed"
  | "day-past"
  | "too-many-referees"
  | "not-their-turn"
  | "nothing-changed";

export interface Decision {
  ok: true;
  item: Item;
  facts: Fact[];
  notices: Notice<ReadinessNotice>[];
}

/** A wrong address can be put right, and nobody can write to the whole world in our name. */
export const MOST_REFEREES = 5;
/** How long a referee has. */
export const ANSWER_DAYS = 30;
