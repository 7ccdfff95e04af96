import { env } from "@/lib/foundation/env";
import { writeCalendar } from "@/lib/notify/calendar/calendar";
import { findMeetingFile } from "@/lib/notify/calendar/queries";
import { readRequest } from "@/lib/people/auth/session";

/** One meeting for the calendar of one of the two; for others it is not there. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/relationships/[id]/meetings/[meetingId]/meeting.ics">,
): Promise<Response> {
  const [{ viewer, settings, now }, { id, meetingId }] = await Promise.all([readRequest(), params]);
  const meeting = viewer && (await findMeetingFile(viewer, id, meetingId, { settings, appUrl: env().APP_URL }));
  if (!meeting)
    return new Response("There is no such meeting.", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  return new Response(writeCalendar("PUBLISH", [meeting], now), {
    headers: {
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": 'attachment; filename="meeting.ics"',
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
