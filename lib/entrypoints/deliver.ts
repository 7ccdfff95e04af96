import { type DeliveryCounts, type DeliveryOptions, deliverDue } from "@/lib/notify/delivery/deliver";
import { suggestForMail } from "@/lib/pairing/matching/suggestions";
import { NOTICES } from "./notices";

/** Sends the e-mails that are due, including those that suggest other mentors. */
export async function deliverMails(now: Date, options: Partial<DeliveryOptions> = {}): Promise<DeliveryCounts> {
  return deliverDue(now, { notices: NOTICES, suggest: suggestForMail, ...options });
}
