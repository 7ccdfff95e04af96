import type { MailStatus } from "./mail";

/** What has become of a mail; the date of it stands after. */
export function sayMailStatus(status: MailStatus): string {
  return {
    waiting: "Waiting since",
    held: "Held for the daily digest since",
    digested: "Part of a daily digest, written",
    sent: "Sent",
    failed: "Failed, due",
    overtaken: "Not sent, due",
  }[status];
}

/** What stands in the place of a subject that there is not. */
export const NOT_WRITTEN: Record<MailStatus, string> = {
  waiting: "Not written yet",
  held: "Not written yet",
  digested: "In a digest",
  sent: "Without a subject",
  failed: "Could not be written",
  overtaken: "Overtaken by events",
};
