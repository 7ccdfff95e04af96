import { env } from "@/lib/foundation/env";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import { readKey } from "../key";

/** The e-mail may be framed by our pages and open links in a new window. It may not run, load or send anything. */
const POLICY = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  // The society's logo.
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** The HTML of a mail by itself, for the frame of the demonstration's mailbox. */
export async function GET(_request: Request, { params }: RouteContext<"/demo/mailbox/[key]/html">): Promise<Response> {
  const mail = env().isDemonstration ? await getMailboxMail(await readKey(params)) : null;
  if (!mail?.html)
    return new Response("There is no such e-mail.", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  return new Response(mail.html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });
}
