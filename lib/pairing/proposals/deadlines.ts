import { addDays } from "@/lib/foundation/dates";
import type { Proposal, Reminder } from "./proposal";

interface ScheduleSettings {
  remindAfterDays: readonly number[];
  expireAfterDays: number;
  timeZone: string;
}

export interface Schedule {
  reminders: Reminder[];
  expireDay: number;
  expiresAt: Date;
}

/**
 * The schedule of a round: calendar days in the society's zone from the sending, at the same local time of day. A round
 * keeps the schedule it was sent under, so a deadline that two people were told stands when a setting changes.
 */
export function schedule(sentAt: Date, { remindAfterDays, expireAfterDays, timeZone }: ScheduleSettings): Schedule {
  return {
    reminders: remindAfterDays.map((day) => ({ day, at: addDays(sentAt, day, timeZone) })),
    expireDay: expireAfterDays,
    expiresAt: addDays(sentAt, expireAfterDays, timeZone),
  };
}

/** How many days staff may add to a round, all together: somebody waits for the answer all the while. */
export const MOST_EXTRA_DAYS = 28;
/** So many days before a deadline that was moved, the mentor is reminded once more. */
const REMIND_BEFORE_DAYS = 3;

/** The schedule of a round whose deadline is moved by `days`. Reminders stay as they were, with one more before the new end. */
export function moreDays(
  { reminders, expireDay, expiresAt, extraDays }: Pick<Proposal, "reminders" | "expireDay" | "expiresAt" | "extraDays">,
  days: number,
  timeZone: string,
  now: Date,
) {
  const end = addDays(expiresAt, days, timeZone);
  const last = { day: expireDay + days - REMIND_BEFORE_DAYS, at: addDays(end, -REMIND_BEFORE_DAYS, timeZone) };
  const isNew = last.at > now && reminders.every(({ day }) => day < last.day);
  return {
    reminders: isNew ? [...reminders, last] : reminders,
    expireDay: expireDay + days,
    expiresAt: end,
    extraDays: extraDays + days,
  };
}

type Scheduled = Pick<Proposal, "status" | "reminders" | "remindedDay" | "expiresAt">;

/** When the clock has next to look at it: the first reminder not done, else the deadline; null when it is not open. */
export function nextDue({ status, reminders, remindedDay, expiresAt }: Scheduled): Date | null {
  if (status !== "sent") return null;
  return reminders.find((reminder) => reminder.day > remindedDay)?.at ?? expiresAt;
}

/** What the clock should do with it now. Expiry beats reminders, and of several reminders only the newest goes out. */
export function dueCommand(proposal: Scheduled, now: Date): { type: "expire" } | { type: "remind"; day: number } | null {
  if (proposal.status !== "sent") return null;
  if (isPastDeadline(proposal, now)) return { type: "expire" };
  const due = proposal.reminders.findLast((reminder) => reminder.at <= now);
  if (!due || due.day <= proposal.remindedDay) return null;
  return { type: "remind", day: due.day };
}

/** The date decides, not the sweep: at its deadline an open proposal is expired, whether or not it was swept. */
export function isPastDeadline({ status, expiresAt }: Pick<Proposal, "status" | "expiresAt">, now: Date): boolean {
  return status === "sent" && expiresAt <= now;
}
