import { env } from "@/lib/foundation/env";
import { methodOf } from "@/lib/notify/calendar/calendar";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import { readKey } from "../key";

/** The calendar file of a mail, as a mail program would open it, for the demonstration's mailbox. */
export async function GET(_request: Request, { params }: RouteContext<"/demo/mailbox/[key]/meeting.ics">): Promise<Response> {
  const mail = env().isDemonstration ? await getMailboxMail(await readKey(params)) : null;
  if (!mail?.calendar)
    return new Response("There is no such file.", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  return new Response(mail.calendar, {
    headers: {
      "content-type": `text/calendar; charset=utf-8; method=${methodOf(mail.calendar)}`,
      "content-disposition": 'attachment; filename="meeting.ics"',
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
