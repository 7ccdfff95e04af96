import { addMonths, type ClockTime, localOf, readLocal } from "@/lib/foundation/dates";
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

/** A typed time that the clock of that zone leaves out, and the first one after it that is there, both as 2026-03-29T02:00. */
export interface Gap {
  field: "starts" | "ends";
  typed: string;
  next: string;
  timeZone: string;
}

/** What a form's two times mean. `isTwice`: the clock shows one of them twice that night, and the first one was taken. */
export type TypedPeriod = { period: Period; isTwice: boolean } | { gap: Gap };

/**
 * The time in a form, on the clock of `timeZone`; null when it is not a time. A time that was not edited stays exactly as it
 * was, so that changing a title moves nothing in an hour that occurs twice.
 */
export function readPeriod(
  typed: { starts: string; ends: string },
  timeZone: string,
  shown: Period | null = null,
): TypedPeriod | null {
  const starts = readTime(typed.starts, timeZone, shown?.startsAt);
  const ends = readTime(typed.ends, timeZone, shown?.endsAt);
  if (!starts || !ends) return null;
  if (starts.isSkipped) return { gap: { field: "starts", typed: asShown(typed.starts), next: starts.next, timeZone } };
  if (ends.isSkipped) return { gap: { field: "ends", typed: asShown(typed.ends), next: ends.next, timeZone } };
  return { period: { startsAt: starts.at, endsAt: ends.at }, isTwice: starts.isTwice || ends.isTwice };
}

function readTime(local: string, timeZone: string, before: Date | undefined): ClockTime | null {
  if (before && localOf(before, timeZone) === asShown(local)) return { isSkipped: false, at: before, isTwice: false };
  return readLocal(local, timeZone);
}

/** To the minute, as a form shows it. */
function asShown(local: string): string {
  return local.replace(" ", "T").slice(0, 16);
}
