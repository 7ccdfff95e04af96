import { type DeliveryCounts, deliverDue } from "@/lib/notify/mail/deliver";
import { suggestForMail } from "@/lib/pairing/matching/suggestions";

/** Sends the mails that are due, those that name mentors to ask next included. */
export async function deliverMails(now: Date): Promise<DeliveryCounts> {
  return deliverDue(now, { suggest: suggestForMail });
}
