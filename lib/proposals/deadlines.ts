import { addDays } from "@/lib/dates";
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
