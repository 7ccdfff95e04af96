import type { NoticeKind } from "@/lib/notify/notices/notice";

/** What concerns a member alone, and names no partner. */
export const ALONE: readonly NoticeKind[] = [
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
  "account-suspended",
  "account-reactivated",
  "account-approved",
  "account-refused",
  "sessions-ended",
  "staff-changed",
];

/** Whether it is the mentor who is told. */
export function isForMentor(kind: NoticeKind): boolean {
  return !["proposal-accepted", "proposal-rejected", "proposal-expired-mentee", "proposal-reopened-mentee"].includes(kind);
}
