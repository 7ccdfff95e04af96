import { type CalendarMeeting, type CalendarMethod, writeCalendar } from "@/lib/notify/calendar/calendar";

/**
 * The calendar file that goes with a mail whose kind has this method; null when there is none. The answers go to the one who
 * arranged the meeting, the rest to the one who was asked. It says how the meeting stands as the mail is written: one that
 * was called off meanwhile invites nobody any more.
 */
export function invitationOf(
  method: CalendarMethod | undefined,
  meeting: CalendarMeeting | null | undefined,
  now: Date,
): string | null {
  if (!method || !meeting) return null;
  if (meeting.isCancelled) return writeCalendar("CANCEL", [meeting], now);
  return method === "CANCEL" ? null : writeCalendar(method, [meeting], now);
}
