import { env } from "@/lib/foundation/env";
import { findInvitation } from "@/lib/mentoring/meetings/queries";
import { methodOf, writeFile } from "@/lib/notify/calendar/calendar";
import { loadMeetings } from "@/lib/notify/calendar/queries";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import { readNow } from "@/lib/people/auth/now";
import { getSettings } from "@/lib/society/settings/queries";

/** The meeting behind a mail's link as a calendar file: no more than the mail brought, but as it stands now. */
export async function GET(_request: Request, { params }: RouteContext<"/meeting/[token]/meeting.ics">): Promise<Response> {
  const [{ token }, settings, now] = await Promise.all([params, getSettings(), readNow()]);
  const { authSecrets, APP_URL: appUrl, MAIL_FROM: from } = env();
  const link = readAnswerLink(token, "meeting", authSecrets, now);
  const isTheirs = link && (await findInvitation(link.memberId, link.subjectId, now));
  const meeting = isTheirs && (await loadMeetings([link.subjectId], { settings, appUrl, from })).get(link.subjectId);
  if (!meeting) return new Response("There is no such meeting.", { status: 404, headers: HEADERS });
  const file = writeFile(meeting, now);
  return new Response(file, {
    headers: {
      ...HEADERS,
      "content-type": `text/calendar; charset=utf-8; method=${methodOf(file)}`,
      "content-disposition": 'attachment; filename="meeting.ics"',
    },
  });
}

/** Whoever has the address can read what is behind it, so nothing on the way keeps it. */
const HEADERS = {
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};
