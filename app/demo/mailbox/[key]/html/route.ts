import { mailResponse } from "@/lib/entrypoints/mail-response";
import { env } from "@/lib/foundation/env";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import { readKey } from "../key";

/** The HTML of a mail by itself, for the frame of the demonstration's mailbox. */
export async function GET(_request: Request, { params }: RouteContext<"/demo/mailbox/[key]/html">): Promise<Response> {
  const mail = env().isDemonstration ? await getMailboxMail(await readKey(params)) : null;
  return mailResponse(mail?.html || null);
}
