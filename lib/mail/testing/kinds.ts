import type { NoticeKind } from "@/lib/notifications/notice";

/** Whether it is the mentor who is told. */
export function isForMentor(kind: NoticeKind): boolean {
  return !["proposal-accepted", "proposal-rejected", "proposal-expired-mentee", "proposal-reopened-mentee"].includes(kind);
}
