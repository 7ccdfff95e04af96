import { env } from "@/lib/foundation/env";
import { writeFeed } from "@/lib/notify/calendar/calendar";
import { listFeed } from "@/lib/notify/calendar/queries";
import { readNow } from "@/lib/people/auth/now";
import { getSettings } from "@/lib/society/settings/queries";

/** What a subscribed calendar asks for, without a session: the token in the address is all it has. */
export async function GET(_request: Request, { params }: RouteContext<"/calendar/[token]">): Promise<Response> {
  const [{ token }, settings, now] = await Promise.all([params, getSettings(), readNow()]);
  const { APP_URL: appUrl, MAIL_FROM: from } = env();
  const meetings = await listFeed(token.replace(/\.ics$/, ""), { settings, appUrl, from }, now);
  if (!meetings) return new Response("There is no such calendar.", { status: 404, headers: HEADERS });
  const subscription = { name: `${settings.society.product} meetings`, refreshMinutes: 60 };
  return new Response(writeFeed(meetings, now, subscription), {
    headers: { ...HEADERS, "content-type": "text/calendar; charset=utf-8" },
  });
}

/** The address is a secret: it is kept nowhere on the way, and no search engine learns what is behind it. */
const HEADERS = {
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};
