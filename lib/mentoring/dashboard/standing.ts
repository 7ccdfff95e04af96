import type { Role } from "@/lib/foundation/viewer";

/** Where two partners stand: dates and counts, none of their words. */
export interface Standing {
  viewerIs: Role;
  isOpen: boolean;
  agreedUntil: Date;
  firstConversationAt: Date | null;
  /** An extension that is asked for. */
  extension: { months: number; askedBy: Role } | null;
  contract: { signedByViewer: boolean; signedByPartner: boolean };
  /** The next one that is planned. Until it is accepted, one of the two waits for the other's answer. */
  nextMeeting: { startsAt: Date; isAccepted: boolean; awaitsViewer: boolean } | null;
  /** Whether a meeting that was agreed on has been over for a few weeks at most, and nobody has said whether it took place. */
  hasUnconfirmedMeeting: boolean;
  meetingsHeld: number;
  /** False where their programme does without goals, and they have none from before. */
  hasGoals: boolean;
  openGoals: number;
  overdueGoals: number;
  achievedGoals: number;
}
