import type { Role } from "@/lib/foundation/viewer";
import type { Notice } from "@/lib/notify/notices/notice";
import type { Fact } from "@/lib/society/audit/fact";
import type { RelationshipNotice } from "./notices";

/** Why a relationship has ended. */
export type EndedBecause = "mentee" | "mentor" | "staff" | "mentee-left" | "mentor-left" | "completed";

/** By how many months the two may go on at a time. */
export const EXTENSION_MONTHS = [3, 6, 12] as const;

/** How long before the agreed end the two are asked to end or extend it, the earlier one first. */
export const ASKED = ["month", "week"] as const;
export type Asked = (typeof ASKED)[number];

/** What an accepted proposal becomes. The two share one id, so there is no column that leads from one to the other. */
export interface Relationship {
  /** The proposal's id. */
  id: string;
  menteeId: string;
  mentorId: string;
  startedAt: Date;
  agreedUntil: Date;
  endedAt: Date | null;
  endedBecause: EndedBecause | null;
  /** For staff; the partner does not read it. Where staff ended it: why. */
  endReason: string | null;
  /** Whether the two may read why staff ended it. */
  isReasonShared: boolean;
  firstConversationAt: Date | null;
  /** An extension that one of the two has asked for. */
  extensionMonths: number | null;
  extensionAskedBy: Role | null;
  /** The last time that the clock has asked both of them whether to end or extend it. */
  asked: Asked | null;
  /** Cache of nextDue. */
  dueAt: Date | null;
  version: number;
}

export type Actor = { kind: Role | "staff"; memberId: string } | { kind: "sweep" | "system" };

/**
 * `agree-extension` says how many months the member saw, so that nobody agrees to what they have not read.
 * `drop-extension` is a no of the one who was asked, or second thoughts of the one who asked.
 * `close` is done by the system when the account of one of the two goes. Staff say with `isShared` whether the two read the reason.
 */
export type Command = Given &
  (
    | { type: "end"; reason: string | null }
    | { type: "hold-first-conversation"; at: Date }
    | { type: "ask-extension"; months: number }
    | { type: "agree-extension"; months: number }
    | { type: "drop-extension" }
    | { type: "remind" | "complete" }
    | { type: "close"; because: "mentee-left" | "mentor-left" }
    | { type: "end-by-staff"; reason: string; isShared: boolean }
    | { type: "extend-by-staff"; months: number }
  );

/** Who gives a command, and the society's zone, in which days and months are counted. */
export interface Given {
  actor: Actor;
  timeZone: string;
}

export type RefusalReason =
  | "already-ended"
  | "not-yours"
  | "already-held"
  | "not-yet"
  | "already-asked"
  | "nothing-asked"
  | "not-due"
  | "unknown-months"
  | "own";

/** What should be true next. Its version is one more than that of what it was decided on. */
export interface Decision {
  ok: true;
  relationship: Relationship;
  facts: Fact[];
  notices: Notice<RelationshipNotice>[];
}
