import { heedEvent } from "@/lib/mail/events";
import { mailEventRoute } from "@/lib/mail-event-route";

/** Resend says what has become of a mail. */
export const POST = mailEventRoute(heedEvent);
