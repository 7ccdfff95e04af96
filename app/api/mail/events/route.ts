import { mailEventRoute } from "@/lib/entrypoints/mail-event-route";
import { heedNews } from "@/lib/entrypoints/mail-news";

/** Webhook: Resend reports delivery events of e-mails, and answers of calendars that have come in. */
export const POST = mailEventRoute((event, now) => heedNews(event, now));
