import { addDays, addMonths, dayOf, startOfDay } from "@/lib/foundation/dates";
import type { Item } from "./item";

/** How long before a check or training expires the member is told. */
export const WARN_DAYS = [30, 7] as const;

const DAY_MS = 24 * 60 * 60 * 1000;
const before = (at: Date, days: number) => new Date(at.getTime() - days * DAY_MS);

/** Whether it keeps the member from being listed and from sending. */
export function lacks({ status, countsAt }: Pick<Item, "status" | "countsAt">, now: Date): boolean {
  return status !== "met" && countsAt <= now;
}

/** When something happens to it by itself; null: nothing to come. */
export function nextDue(item: Item): Date | null {
  const { status, expiresAt, warnedDays, answerUntil, isLacking, countsAt } = item;
  if (status === "met") {
    if (expiresAt === null) return null;
    const next = WARN_DAYS.find((days) => warnedDays === null || days < warnedDays);
    return next === undefined ? expiresAt : before(expiresAt, next);
  }
  const instants = [isLacking ? null : countsAt, status === "asked" ? answerUntil : null].filter((at) => at !== null);
  return instants.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** What the sweep has to do now. A sweep that comes late warns once, of the days that are left. */
export function dueCommand(item: Item, now: Date): "count" | "warn" | "expire" | "no-answer" | null {
  const due = nextDue(item);
  if (due === null || due > now) return null;
  if (item.status === "met") return item.expiresAt !== null && item.expiresAt <= now ? "expire" : "warn";
  return !item.isLacking && item.countsAt <= now ? "count" : "no-answer";
}

/** The last instant of this day, such as 2026-12-24: somebody who reads "valid until 24 December" has all of it. */
export function endOfDay(day: string, timeZone: string): Date | null {
  const begins = startOfDay(day, timeZone);
  return begins && new Date(addDays(begins, 1, timeZone).getTime() - 1);
}

/** Until when training counts that was done then; null: for ever. */
export function validUntil(doneAt: Date, months: number | null, timeZone: string): Date | null {
  return months === null ? null : endOfDay(dayOf(addMonths(doneAt, months, timeZone), timeZone), timeZone);
}

/** The same for those who did it before staff changed this: nobody loses it with less notice than anybody else. */
export function validAfterChange(doneAt: Date, months: number | null, changedAt: Date, timeZone: string): Date | null {
  const until = validUntil(doneAt, months, timeZone);
  const soonest = endOfDay(dayOf(addDays(changedAt, WARN_DAYS[0], timeZone), timeZone), timeZone);
  return until && soonest && until < soonest ? soonest : until;
}

/** Whether it can be done again before it expires: once the member has been told that it will. */
export function isRenewable({ status, warnedDays }: Pick<Item, "status" | "warnedDays">): boolean {
  return status !== "met" || warnedDays !== null;
}

/** The last warning whose day has come; null before the first. */
export function warnedBy(expiresAt: Date, now: Date): number | null {
  return WARN_DAYS.filter((days) => before(expiresAt, days) <= now).at(-1) ?? null;
}
