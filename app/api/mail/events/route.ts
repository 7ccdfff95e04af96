import { mailEventRoute } from "@/lib/entrypoints/mail-event-route";
import { heedEvent } from "@/lib/notify/mail/events";

/** Webhook: Resend reports delivery events of e-mails. */
export const POST = mailEventRoute(heedEvent);
