import type { MailStatus } from "./mail";

/** What has become of a mail, as a label. */
export function sayMailStatus(status: MailStatus): string {
  return { waiting: "Waiting since", sent: "Sent", failed: "Failed, from" }[status];
}
