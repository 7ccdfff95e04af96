import { addDays } from "@/lib/foundation/dates";

/** For how long somebody who asked for everything to be erased can still come back: long enough for a mail to be read. */
export const ERASE_AFTER_DAYS = 14;

/** When an account is erased whose member asks for it now, unless they want it at once. */
export function erasureDueAt(now: Date, timeZone: string): Date {
  return addDays(now, ERASE_AFTER_DAYS, timeZone);
}
