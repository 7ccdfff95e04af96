import { mailEventRoute } from "@/lib/entrypoints/mail-event-route";
import { heedEvent } from "@/lib/notify/delivery/events";

/** Webhook: Resend reports delivery events of e-mails. */
export const POST = mailEventRoute(heedEvent);
