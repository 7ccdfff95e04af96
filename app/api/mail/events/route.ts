import { mailEventRoute } from "@/lib/entrypoints/mail-event-route";
import { heedEvent } from "@/lib/notify/delivery/events";

/** Resend says what has become of a mail. */
export const POST = mailEventRoute(heedEvent);
