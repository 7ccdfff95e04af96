import { dayOf, daysBetween, sayDate, sayWeekday } from "@/lib/foundation/dates";
import { MOST_PER_HOUR, type RefusalReason } from "./conversation";

const REFUSALS: Record<RefusalReason, string> = {
  "not-found": "This conversation does not exist.",
  ended: "This relationship has ended, so the message was not sent. Both of you can still read everything here.",
  "too-many": `You have sent ${MOST_PER_HOUR} messages within an hour. Please wait a while, then send this one. Your text is still here.`,
};

export function sayRefusal(reason: RefusalReason): string {
  return REFUSALS[reason];
}

/** "Today", "Yesterday", "Saturday 14 November": the heading above the messages of a day. */
export function sayMessageDay(at: Date, now: Date, timeZone: string): string {
  const days = daysBetween(at, now, timeZone);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return `${sayWeekday(at, timeZone)} ${sayDate(at, now, timeZone)}`;
}

/** The messages of each day of the reader's calendar together. */
export function byDay<Sent extends { sentAt: Date }>(messages: readonly Sent[], timeZone: string): [day: string, Sent[]][] {
  const days = new Map<string, Sent[]>();
  for (const message of messages) {
    const day = dayOf(message.sentAt, timeZone);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return [...days];
}
