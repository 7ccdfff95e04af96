import { addDays } from "@/lib/foundation/dates";
import { isStillOn, type Meeting } from "./meeting";

/** When both are reminded: a calendar day before, at the same time of day; null when that has passed already. */
export function remindAtOf(startsAt: Date, now: Date, timeZone: string): Date | null {
  const at = addDays(startsAt, -1, timeZone);
  return at > now ? at : null;
}

/** When the sweep next has something to do for it; null when there is nothing. A meeting that was declined gets no reminder. */
export function nextDue(meeting: Pick<Meeting, "status" | "answer" | "remindAt" | "isReminded">): Date | null {
  return isStillOn(meeting) && !meeting.isReminded ? meeting.remindAt : null;
}

/** For how many days after a meeting the two are asked whether it took place. Under Meetings they can still say so later. */
export const ASK_DAYS = 30;

/** Whether it has started: from then on it cannot be arranged differently, and the two can only say how it went. */
export function hasBegun({ startsAt }: Pick<Meeting, "startsAt">, now: Date): boolean {
  return startsAt <= now;
}
