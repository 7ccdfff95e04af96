import { type CalendarMethod, writeCalendar } from "@/lib/notify/calendar/calendar";
import type { MailKind, Occasion } from "./occasion";

/** What calendars are told together with a mail. The answers go to the one who arranged it, the rest to the one who was asked. */
const METHODS: Partial<Record<MailKind, CalendarMethod>> = {
  "meeting-arranged": "REQUEST",
  "meeting-changed": "REQUEST",
  "meeting-agreed": "REQUEST",
  "meeting-accepted": "REPLY",
  "meeting-declined": "REPLY",
  "meeting-cancelled": "CANCEL",
  "meeting-cancelled-ended": "CANCEL",
};

/**
 * The calendar file that goes with a mail; null when there is none. It says how the meeting stands as the mail is written:
 * one that was called off meanwhile invites nobody any more.
 */
export function invitationOf({ kind, meeting }: Occasion, now: Date): string | null {
  const method = METHODS[kind];
  if (!method || !meeting) return null;
  if (meeting.isCancelled) return writeCalendar("CANCEL", [meeting], now);
  return method === "CANCEL" ? null : writeCalendar(method, [meeting], now);
}
