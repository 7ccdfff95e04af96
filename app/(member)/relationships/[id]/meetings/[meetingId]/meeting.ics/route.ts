import { env } from "@/lib/foundation/env";
import { methodOf, writeFile } from "@/lib/notify/calendar/calendar";
import { findMeetingFile } from "@/lib/notify/calendar/queries";
import { readRequest } from "@/lib/people/auth/session";

/** One meeting for the calendar of one of the two; for others it is not there. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/relationships/[id]/meetings/[meetingId]/meeting.ics">,
): Promise<Response> {
  const [{ viewer, settings, now }, { id, meetingId }] = await Promise.all([readRequest(), params]);
  const { APP_URL: appUrl, MAIL_FROM: from } = env();
  const meeting = viewer && (await findMeetingFile(viewer, id, meetingId, { settings, appUrl, from }));
  if (!meeting)
    return new Response("There is no such meeting.", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  const file = writeFile(meeting, now);
  return new Response(file, {
    headers: {
      "content-type": `text/calendar; charset=utf-8; method=${methodOf(file)}`,
      "content-disposition": 'attachment; filename="meeting.ics"',
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
