import { type CalendarMeeting, writeFile } from "@/lib/notify/calendar/calendar";

/**
 * The calendar file that goes with a mail whose kind carries one; null when there is none. It says how the meeting stands as
 * the mail is written: one that was called off meanwhile is a cancellation, whatever the mail was going to tell.
 */
export function invitationOf(
  carriesFile: boolean | undefined,
  meeting: CalendarMeeting | null | undefined,
  now: Date,
): string | null {
  return carriesFile && meeting ? writeFile(meeting, now) : null;
}
