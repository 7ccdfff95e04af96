import { addDays } from "@/lib/foundation/dates";
import { isStillOn, type Meeting } from "./meeting";

/** When both are reminded: a calendar day before, at the same time of day; null when that has passed already. */
export function remindAtOf(startsAt: Date, now: Date, timeZone: string): Date | null {
  const at = addDays(startsAt, -1, timeZone);
  return at > now ? at : null;
}

/** When the clock has next to look at it; null when there is nothing to come. Who has declined is not reminded. */
export function nextDue(meeting: Pick<Meeting, "status" | "answer" | "remindAt" | "isReminded">): Date | null {
  return isStillOn(meeting) && !meeting.isReminded ? meeting.remindAt : null;
}

/** Whether its time has come: from then on nothing about it can be arranged, only said how it was. */
export function hasBegun({ startsAt }: Pick<Meeting, "startsAt">, now: Date): boolean {
  return startsAt <= now;
}
