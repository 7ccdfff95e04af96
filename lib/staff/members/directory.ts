import type { Viewer } from "@/lib/foundation/viewer";
import type { Status as ProposalStatus } from "@/lib/pairing/proposals/proposal";
import type { StandingLine } from "@/lib/pairing/readiness/queries";
import type { EndedBecause } from "@/lib/pairing/relationships/relationship";
import type { Holding } from "@/lib/staff/coordinating/coordinating";

export const STATUSES = ["active", "waiting", "suspended", "deleted"] as const;
export type Status = (typeof STATUSES)[number];
export type Standing = "current" | "lapsed";
export type Staff = Viewer["staff"];

/** What staff do to a member's account. `staff-changed` makes them staff or an administrator, or neither any more. */
export const COMMANDS = [
  "suspend",
  "reactivate",
  "end-sessions",
  "approve",
  "refuse",
  "change-staff",
  "restore-sign-in",
  "remove-second-step",
  "erase",
] as const;
export type Command = (typeof COMMANDS)[number];

/** What a decision about an account depends on. */
export interface Subject {
  memberId: string;
  status: Status;
  standing: Standing;
  staff: Staff;
  isErased: boolean;
  /** Whether they have moved to another sign-in of the society's, which can be undone. */
  hasMovedSignIn: boolean;
  /** Whether they are asked for a second step when they sign in with a local account. */
  hasSecondStep: boolean;
}

/** Who acts, and with which right. */
export type Actor = Pick<Viewer, "memberId" | "staff">;

export type Refusal =
  | "not-staff"
  | "not-found"
  | "own-account"
  | "admin-only"
  | "last-admin"
  | "not-active"
  | "not-suspended"
  | "not-waiting"
  | "is-waiting"
  | "same-staff"
  | "not-moved"
  | "no-second-step"
  | "wrong-number"
  | "changed-meanwhile";

/** A line of the list. */
export interface Listed {
  id: string;
  name: string;
  number: string;
  email: string;
  status: Status;
  standing: Standing;
  staff: Staff;
  isMentor: boolean;
  isMentee: boolean;
  createdAt: Date;
}

/** A member as staff see them: states and dates, but nothing that they wrote. */
export interface Entry extends Listed {
  lastSignedInAt: Date | null;
  erasedAt: Date | null;
  /** When everything is erased, if the member who deleted the account asked for that. */
  eraseDueAt: Date | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
  hasMovedSignIn: boolean;
  hasSecondStep: boolean;
  /** When one of their proposals last changed; null if they have none. */
  movedAt: Date | null;
  mentor: { capacity: number; isAvailable: boolean; availableAgainAt: Date | null; placesTaken: number } | null;
  hasMenteeProfile: boolean;
  /** Whom they have blocked and who has blocked them, by name; never why. */
  blocks: { hasBlocked: string[]; isBlockedBy: string[] };
  /** What is asked of them in the roles that they have. */
  items: readonly StandingLine[];
  /** What they may do for programmes without being staff. */
  holdings: readonly Pick<Holding, "right" | "programme">[];
  /** What the register says of them, with the further columns that staff chose to keep. */
  register: {
    name: string;
    email: string | null;
    standing: Standing;
    importedAt: Date;
    further: Readonly<Record<string, string>>;
  } | null;
}

/** A proposal of theirs, or the relationship that it became: dates and states alone. */
export interface RelationshipRow {
  id: string;
  as: "mentor" | "mentee";
  partnerId: string;
  partnerName: string;
  status: ProposalStatus;
  sentAt: Date;
  expiresAt: Date;
  movedAt: Date;
  relationship: Course | null;
}

/** How far a relationship has come. */
export interface Course {
  startedAt: Date;
  agreedUntil: Date;
  endedAt: Date | null;
  endedBecause: EndedBecause | null;
  /** When the newest contract signed by both was completed. */
  signedAt: Date | null;
  firstConversationAt: Date | null;
  meetingsHeld: number;
  nextMeetingAt: Date | null;
  /** Whether the one who was invited has accepted that meeting; null if there is none. */
  isNextAccepted: boolean | null;
}

/** A line of the audit trail about them. */
export interface TrailLine {
  id: string;
  at: Date;
  fact: string;
  actor: "member" | "staff" | "clock" | "system";
  actorId: string | null;
  actorName: string | null;
}

/** An e-mail to them: its kind and whether it arrived. */
export interface MailLine {
  key: string;
  kind: string;
  status: string;
  createdAt: Date;
  sentAt: Date | null;
}
