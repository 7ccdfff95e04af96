import { addMonths, instantOf, localOf } from "@/lib/foundation/dates";
import type { Circumstances, Period, RefusalReason } from "./meeting";

const LONGEST_HOURS = 24;
/** A time further ahead is most likely a typing error. */
const FURTHEST_MONTHS = 24;

/** Why nobody can meet at this time, or can have met; null when it is possible. */
export function refuseTime(
  { startsAt, endsAt }: Period,
  when: "past" | "future",
  { timeZone, notBefore, unconfirmed }: Circumstances,
  now: Date,
): RefusalReason | null {
  if (endsAt <= startsAt) return "ends-before-start";
  if (+endsAt - +startsAt > LONGEST_HOURS * 3_600_000) return "too-long";
  if (when === "past") {
    if (endsAt > now) return "not-over";
    return startsAt < notBefore ? "before-beginning" : null;
  }
  if (startsAt <= now) return "in-the-past";
  if (startsAt > addMonths(now, FURTHEST_MONTHS, timeZone)) return "too-far";
  return unconfirmed.length > 0 ? "unconfirmed" : null;
}

/**
 * The time in a form, on the clock of `timeZone`; null when it is not a time. A time that was not edited stays exactly as it
 * was, so that changing a title moves nothing in an hour that occurs twice.
 */
export function readPeriod(
  typed: { starts: string; ends: string },
  timeZone: string,
  shown: Period | null = null,
): Period | null {
  const read = (local: string, before: Date | undefined) =>
    before && localOf(before, timeZone) === local.replace(" ", "T").slice(0, 16) ? before : instantOf(local, timeZone);
  const startsAt = read(typed.starts, shown?.startsAt);
  const endsAt = read(typed.ends, shown?.endsAt);
  return startsAt && endsAt ? { startsAt, endsAt } : null;
}
