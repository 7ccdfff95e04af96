import type { Fact } from "@/lib/audit/fact";
import type { Notice } from "@/lib/notifications/notice";

/** Why a relationship has ended. */
export type EndedBecause = "mentee" | "mentor" | "staff" | "mentee-left" | "mentor-left" | "completed";

/** What an accepted proposal becomes; it keeps the proposal's id. */
export interface Relationship {
  id: string;
  menteeId: string;
  mentorId: string;
  startedAt: Date;
  agreedUntil: Date;
  endedAt: Date | null;
  endedBecause: EndedBecause | null;
  version: number;
}

/** `close`: by the system, when the account of one of the two goes. */
export interface Command {
  type: "close";
  because: "mentee-left" | "mentor-left";
}

export type RefusalReason = "already-ended";

/** What should be true next. */
export interface Decision {
  ok: true;
  /** The version the decision was made on. */
  from: number;
  relationship: Relationship;
  facts: Fact[];
  notices: Notice[];
}
