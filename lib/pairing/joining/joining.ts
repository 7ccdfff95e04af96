import type { Role } from "@/lib/foundation/viewer";
import type { Notice } from "@/lib/notify/notices/notice";
import type { Programme } from "@/lib/pairing/programmes/programme";
import type { Fact } from "@/lib/society/audit/fact";
import type { JoiningNotice } from "./notices";

export const STATUSES = ["applied", "joined", "declined", "left"] as const;
export type Status = (typeof STATUSES)[number];

/** A member in a programme, in one of their roles. The society's own scheme has none of these: everybody with a profile is in it. */
export interface Joining {
  programmeId: string;
  memberId: string;
  role: Role;
  status: Status;
  /** How many mentees at once the mentor takes in this programme, where that is fewer than they take in all. */
  capacity: number | null;
  /** When they joined or applied for it last. */
  askedAt: Date;
  movedAt: Date;
  version: number;
}

export const COMMAND_TYPES = ["join", "leave", "limit", "approve", "decline"] as const;
export type CommandType = (typeof COMMAND_TYPES)[number];

export type Actor = { kind: "member" | "staff"; memberId: string };

export type Command =
  | { type: "join" | "leave" | "approve" | "decline"; actor: Actor }
  /** `places`: null for as many as the mentor takes in all. */
  | { type: "limit"; actor: Actor; places: number | null };

/** Whose joining it is, and what it depends on beyond itself. */
export interface Circumstances {
  programme: Pick<Programme, "id" | "name" | "status" | "takesMembers" | "needsApproval">;
  member: { memberId: string; role: Role; holdsRole: boolean; hasProfile: boolean };
}

export type RefusalReason =
  | "not-yours"
  | "society-scheme"
  | "no-role"
  | "no-profile"
  | "takes-nobody"
  | "already-in"
  | "already-applied"
  | "declined"
  | "not-in"
  | "not-applied"
  | "mentors-only"
  | "nothing-changed";

export interface Decision {
  ok: true;
  joining: Joining;
  facts: Fact[];
  notices: Notice<JoiningNotice>[];
}

/** Beyond this, a programme has "more than" so many members of a role: its page takes as long for a large programme as for a small one. */
export const MOST_COUNTED = 2000;
