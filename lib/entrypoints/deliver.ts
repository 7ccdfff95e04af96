import { type DeliveryCounts, type DeliveryOptions, deliverDue } from "@/lib/notify/delivery/deliver";
import { suggestForMail } from "@/lib/pairing/matching/suggestions";
import { NOTICES } from "./notices";

/** Sends the mails that are due, whatever they tell of, those that name mentors to ask next included. */
export async function deliverMails(now: Date, options: Partial<DeliveryOptions> = {}): Promise<DeliveryCounts> {
  return deliverDue(now, { notices: NOTICES, suggest: suggestForMail, ...options });
}
