import type { Role } from "@/lib/foundation/viewer";
import type { Notice } from "@/lib/notify/notices/notice";
import type { OwnSettings } from "@/lib/pairing/programmes/programme";
import type { Fact } from "@/lib/society/audit/fact";
import type { CheckInNotice } from "./notices";
import type { Answer, Question } from "./question";

/** How we look after one relationship: what both have been asked, what they said, and who waits for whom. */
export interface CheckIn {
  relationshipId: string;
  /** Questions whose day came before this instant are left out: its start, the last good news, or the end of a pause. */
  countsFrom: Date;
  /** The last question that both were asked; null before the first. */
  question: Question | null;
  /** Counts the questions: a link in a mail names the one that it answers. */
  round: number;
  askedAt: Date | null;
  menteeAnswer: Answer | null;
  mentorAnswer: Answer | null;
  /** Who has told us that no reply comes from their partner. */
  waiting: Role | null;
  /** Since when the partner has been asked because of it. */
  chasedAt: Date | null;
  /** Since when staff see it on Today. */
  handedAt: Date | null;
  pausedUntil: Date | null;
  /** A pause that one of the two suggests. */
  pauseAskedBy: Role | null;
  pauseAskedUntil: Date | null;
  /** When the sweep looks at it again, at the latest; null once the relationship is over. */
  dueAt: Date | null;
  version: number;
}

/** With what it depends on and never changes: the relationship, its programme, and when the two were last in touch. */
export interface Case extends CheckIn {
  menteeId: string;
  mentorId: string;
  startedAt: Date;
  agreedUntil: Date;
  endedAt: Date | null;
  /** The latest of its start, the first conversation, and meetings held, or accepted and still to come. */
  lastTogetherAt: Date;
  lastMessageAt: Date | null;
  /** Whether both can sign in at present: nobody is asked about a partner who cannot answer. */
  areBothHere: boolean;
  /** What their programme decides itself; null: nothing, or they are in the society's own scheme. */
  own: OwnSettings | null;
}

export type Actor = { kind: Role; memberId: string } | { kind: "sweep" };

/** `round`, `until`: what the member saw, so that nobody answers or agrees to what they have not read. */
export type Command =
  | { type: "ask"; question: Question }
  | { type: "hand" }
  | { type: "resume" }
  | { type: "look" }
  | { type: "answer"; round: number; answer: Answer }
  | { type: "ask-pause"; until: Date }
  | { type: "agree-pause"; until: Date }
  | { type: "drop-pause" };

export type RefusalReason =
  | "not-yours"
  | "ended"
  | "not-due"
  | "nothing-asked"
  | "already-asked"
  | "nothing-changed"
  | "after-the-end";

export interface Decision {
  ok: true;
  checkIn: CheckIn;
  facts: Fact[];
  notices: Notice<CheckInNotice>[];
  /** The keys of the notices that ask nobody any more. */
  answered: string[];
}
