import type { Role } from "@/lib/foundation/viewer";

/**
 * Something a member is to be told, in the product and by e-mail. `key` names the one occasion
 * (`proposal:<id>:<round>:reminder:7`): saving it again, from anywhere, tells nobody twice.
 */
export interface Notice {
  key: string;
  to: string;
  /** The role in which it concerns them. */
  role: Role | null;
  kind: NoticeKind;
  proposalId: string | null;
  /** The other person in it. */
  aboutId: string | null;
  data: NoticeData;
}

export const NOTICE_KINDS = [
  "proposal-sent",
  "proposal-edited",
  "proposal-accepted",
  "proposal-rejected",
  "proposal-withdrawn",
  "proposal-withdrawn-matched",
  "proposal-closed",
  "proposal-extended",
  "proposal-withdrawn-staff",
  "proposal-reminder",
  "proposal-expired-mentee",
  "proposal-expired-mentor",
  "proposal-reopened-mentor",
  "proposal-reopened-mentee",
  "relationship-closed",
  "contract-signed",
  "contract-complete",
  "swot-changed",
  "g-star-changed",
  "goals-changed",
  "goal-achieved",
  "messages-waiting",
  "meeting-arranged",
  "meeting-changed",
  "meeting-agreed",
  "meeting-accepted",
  "meeting-declined",
  "meeting-suggested",
  "meeting-cancelled",
  "meeting-cancelled-ended",
  "meeting-tomorrow",
  "meeting-logged",
  "relationship-ended",
  "relationship-ended-staff",
  "relationship-extended-staff",
  "letter",
  "relationship-ending",
  "relationship-completed",
  "extension-asked",
  "extension-agreed",
  "extension-declined",
  "first-conversation-held",
  "available-again",
  "support-received",
  "support-answered",
  "support-solved",
  "account-deleted",
  "account-erased",
  "verify-email",
  "account-exists",
  "reset-password",
  "password-changed",
  "change-email",
  "email-changed",
  "partner-unreachable",
  "partner-back",
  "account-suspended",
  "account-reactivated",
  "account-approved",
  "account-refused",
  "sessions-ended",
  "staff-changed",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Numbers and instants (ISO 8601) that the sentence needs; never private words. */
export interface NoticeData {
  /** Days since the proposal was sent. */
  day?: number;
  expiresAt?: string;
  /** The one-time link that goes with it: its id, never its secret. */
  linkId?: string;
  /** The meeting, and its time when this was said. */
  meetingId?: string;
  startsAt?: string;
  endsAt?: string;
  /** The letter of the society that it tells of. */
  letterId?: string;
  /** When a relationship ends, or would end. */
  agreedUntil?: string;
  /** By how many months a relationship is to be extended. */
  months?: number;
  /** The request to support, and what it is called. */
  requestId?: string;
  reference?: string;
}
