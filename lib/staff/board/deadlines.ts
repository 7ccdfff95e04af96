import { dayOf } from "@/lib/foundation/dates";
import type { Settings } from "@/lib/society/settings/settings";
import { choosePeriod } from "./period";

/**
 * The days of the month whose board is to be mailed by now: the last whole month, from the day that the settings name. Null before
 * that day, and where nobody reads it. The nightly job may have missed the day, so every later one of the month will do.
 */
export function monthToMail({ board, society: { timeZone } }: Settings, now: Date): { from: string; to: string } | null {
  const day = Number(dayOf(now, timeZone).slice(8));
  return board.readers.length === 0 || day < board.day ? null : choosePeriod({ period: "month" }, now, timeZone).range;
}
