import type { MailStatus } from "./mail";

/** What has become of a mail; the date of it stands after. */
export function sayMailStatus(status: MailStatus): string {
  return { waiting: "Waiting since", sent: "Sent", failed: "Failed, due" }[status];
}

/** What stands in the place of a subject that there is not. */
export const NOT_WRITTEN: Record<MailStatus, string> = {
  waiting: "Not written yet",
  sent: "Without a subject",
  failed: "Could not be written",
};
