import { type DeliveryCounts, deliverDue } from "@/lib/notify/mail/deliver";
import { suggestForMail } from "@/lib/pairing/matching/suggestions";

/** Sends the e-mails that are due, including those that suggest other mentors. */
export async function deliverMails(now: Date): Promise<DeliveryCounts> {
  return deliverDue(now, { suggest: suggestForMail });
}
