import { Temporal } from "temporal-polyfill";

/**
 * The instant `days` calendar days after `from`, at the same local time of day in `timeZone`. If daylight saving skips that
 * time, the result is the instant just after the gap; if it happens twice, the earlier one.
 */
export function addDays(from: Date, days: number, timeZone: string): Date {
  return toDate(toZoned(from, timeZone).add({ days }));
}

/** The instant `months` calendar months after `from`, at the same local time of day; the last day of a shorter month. */
export function addMonths(from: Date, months: number, timeZone: string): Date {
  return toDate(toZoned(from, timeZone).add({ months }));
}

/** Whole calendar days from one instant to the other as people in `timeZone` count them: yesterday evening is one ago. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  return read(to, timeZone).dayNumber - read(from, timeZone).dayNumber;
}

/** The instant at which a day, written as 2026-12-24, begins in `timeZone`; null when there is no such day. */
export function startOfDay(day: string, timeZone: string): Date | null {
  try {
    return toDate(Temporal.PlainDate.from(day, { overflow: "reject" }).toZonedDateTime(timeZone));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The last instant, now or before, at which clocks in `timeZone` showed this full hour. */
export function lastTimeAt(hour: number, now: Date, timeZone: string): Date {
  const today = toZoned(now, timeZone).startOfDay();
  const [at, dayBefore] = [today, today.subtract({ days: 1 })].map((day) => toDate(day.withPlainTime({ hour })));
  return at && at <= now ? at : (dayBefore ?? now);
}

/** The day of an instant in `timeZone`, written as 2026-12-24. */
export function dayOf(at: Date, timeZone: string): string {
  return toZoned(at, timeZone).toPlainDate().toString();
}

/**
 * What a typed time means on a clock. When clocks go back it is shown twice, and `at` is the first of the two. When they go
 * forward it is `skipped`, and `next` is the first time after it that the clock does show, as 2026-03-29T02:00.
 */
export type ClockTime = { isSkipped: false; at: Date; isTwice: boolean } | { isSkipped: true; next: string };

/** Reads a time as browsers write it, 2026-12-24T14:05, on a clock in `timeZone`; null when it is not one. */
export function readLocal(local: string, timeZone: string): ClockTime | null {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(local)) return null;
  try {
    const shown = Temporal.PlainDateTime.from(local, { overflow: "reject" });
    const earlier = shown.toZonedDateTime(timeZone, { disambiguation: "earlier" });
    const later = shown.toZonedDateTime(timeZone, { disambiguation: "later" });
    if (earlier.toPlainDateTime().equals(shown)) {
      return { isSkipped: false, at: toDate(earlier), isTwice: earlier.epochMilliseconds !== later.epochMilliseconds };
    }
    // The clock went forward between the two, by as much as they are apart.
    return { isSkipped: true, next: localOf(toDate(earlier.getTimeZoneTransition("next") ?? later), timeZone) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What a clock in `timeZone` shows at an instant, to the minute, as browsers write it: 2026-12-24T14:05. */
export function localOf(at: Date, timeZone: string): string {
  return toZoned(at, timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** "14 November", with the year when it is not this year's. */
export function sayDate(at: Date, now: Date, timeZone: string): string {
  const { day, month, year } = read(at, timeZone);
  return year === read(now, timeZone).year ? `${day} ${month}` : `${day} ${month} ${year}`;
}

/** "14 November 2026", for texts that people read long after they were written. */
export function sayWholeDate(at: Date, timeZone: string): string {
  const { day, month, year } = read(at, timeZone);
  return `${day} ${month} ${year}`;
}

/** "Saturday 14 November, 14:05" */
export function sayDateTime(at: Date, now: Date, timeZone: string): string {
  return `${sayWeekday(at, timeZone)} ${sayDate(at, now, timeZone)}, ${sayTime(at, timeZone)}`;
}

/** "Saturday" */
export function sayWeekday(at: Date, timeZone: string): string {
  return read(at, timeZone).weekday;
}

/** "14:05" */
export function sayTime(at: Date, timeZone: string): string {
  return read(at, timeZone).time;
}

/** "Saturday 14 November, 14:00 to 15:00"; with the other day when it ends on another one. */
export function sayPeriod({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date, timeZone: string): string {
  const end = sayDateTime(endsAt, now, timeZone);
  const isOneDay = dayOf(startsAt, timeZone) === dayOf(endsAt, timeZone);
  return `${sayDateTime(startsAt, now, timeZone)} to ${isOneDay ? end.slice(end.lastIndexOf(" ") + 1) : end}`;
}

/** "London time", "New York time"; zones without a place as they are called. */
export function sayZone(timeZone: string): string {
  const [area, ...places] = timeZone.split("/");
  const place = places.at(-1);
  if (!place || area === "Etc") return timeZone;
  return `${place.replaceAll("_", " ")} time`;
}

/** "today", "yesterday", "in 3 days", "5 days ago"; a date beyond two weeks. */
export function sayDay(at: Date, now: Date, timeZone: string): string {
  const days = daysBetween(now, at, timeZone);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  if (Math.abs(days) > 14) return sayDate(at, now, timeZone);
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** What a calendar and a clock in a zone show at an instant, in words. */
interface Shown {
  weekday: string;
  day: string;
  month: string;
  year: string;
  time: string;
  /** Days since 1970, to reckon with. */
  dayNumber: number;
}

/**
 * The minutes of the lists that are being looked at: reading one takes longer than anything else in a row, and most are shown again, above
 * all the present one. No clock has shown another minute within a minute since 1972.
 */
const shown = new Map<string, Shown>();
const MOST_SHOWN = 5000;

function read(at: Date, timeZone: string): Shown {
  const name = `${Math.floor(at.getTime() / MINUTE_MILLISECONDS)} ${timeZone}`;
  const kept = shown.get(name);
  if (kept) return kept;
  if (shown.size >= MOST_SHOWN) shown.clear();
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) parts[type] = value;
  const { weekday = "", day = "", month = "", year = "", hour = "", minute = "" } = parts;
  const dayNumber = Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)) / DAY_MILLISECONDS;
  const made = { weekday, day, month, year, time: `${hour}:${minute}`, dayNumber };
  shown.set(name, made);
  return made;
}

const MINUTE_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 86_400_000;
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Making a formatter takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();
/** More than the members of one society need. It limits the cache, since anybody may choose any of hundreds of zones. */
const MOST_FORMATTERS = 300;
const SHAPE = {
  ...({ weekday: "long", day: "numeric", month: "long", year: "numeric" } as const),
  ...({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const),
};

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formatters.get(timeZone);
  if (kept) return kept;
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  const made = new Intl.DateTimeFormat("en-GB", { ...SHAPE, timeZone });
  formatters.set(timeZone, made);
  return made;
}

function toZoned(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

function toDate(zoned: Temporal.ZonedDateTime): Date {
  return new Date(zoned.epochMilliseconds);
}
