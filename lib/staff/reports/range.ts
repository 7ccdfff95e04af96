import { Temporal } from "temporal-polyfill";
import { dayOf, startOfDay } from "@/lib/foundation/dates";

/** The days that a report is about, both included, as the society counts days: 2026-01-31. */
export interface Range {
  from: string;
  to: string;
}

/** A month, or the part of it that is in the range. */
export interface Month {
  /** 2026-01 */
  name: string;
  startsAt: Date;
  endsAt: Date;
  /** Its first and its last day, both included. */
  from: string;
  to: string;
}

/** What the address of a report asks for. */
export interface AskedRange {
  range?: string | string[] | undefined;
  from?: string | string[] | undefined;
  to?: string | string[] | undefined;
}

export type Preset = "year" | "12-months" | "all";
type Problem = "not-a-day" | "wrong-order" | "too-long";
export type ChosenRange = Range & { preset: Preset | null; problem: Problem | null };

/** A longer chart would be unreadable. */
const MOST_YEARS = 25;

/**
 * The range in the address: two days, or a preset. Without one, and with a problem if it is invalid, the last twelve months.
 * `firstDay` is when the society began here.
 */
export function chooseRange(asked: AskedRange, firstDay: string, now: Date, timeZone: string): ChosenRange {
  const today = dayOf(now, timeZone);
  if (!asked.from && !asked.to) {
    const preset = asked.range === "year" || asked.range === "all" ? asked.range : "12-months";
    return { ...presetRange(preset, firstDay, today), preset, problem: null };
  }
  const [from, to] = [asked.from || firstDay, asked.to || today];
  const problem = whyNot(from, to);
  if (problem) return { ...presetRange("12-months", firstDay, today), preset: "12-months", problem };
  return { from: String(from), to: String(to), preset: null, problem: null };
}

/** The months of the range; the first and the last may be partial. */
export function monthsOf({ from, to }: Range, timeZone: string): Month[] {
  const last = Temporal.PlainDate.from(to);
  const months: Month[] = [];
  for (let begins = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(begins, last) <= 0; ) {
    const next = begins.with({ day: 1 }).add({ months: 1 });
    const ends = Temporal.PlainDate.compare(next, last) > 0 ? last.add({ days: 1 }) : next;
    months.push({
      name: begins.toString().slice(0, 7),
      startsAt: instantOfDay(begins, timeZone),
      endsAt: instantOfDay(ends, timeZone),
      from: begins.toString(),
      to: ends.subtract({ days: 1 }).toString(),
    });
    begins = next;
  }
  return months;
}

function presetRange(preset: Preset, firstDay: string, today: string): Range {
  if (preset === "all") return { from: firstDay < earliestFor(today) ? earliestFor(today) : firstDay, to: today };
  if (preset === "year") return { from: `${today.slice(0, 4)}-01-01`, to: today };
  return { from: Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: 11 }).toString(), to: today };
}

function whyNot(from: unknown, to: unknown): Problem | null {
  if (!isDay(from) || !isDay(to)) return "not-a-day";
  if (from > to) return "wrong-order";
  return from < earliestFor(to) ? "too-long" : null;
}

function earliestFor(to: string): string {
  return Temporal.PlainDate.from(to).subtract({ years: MOST_YEARS }).toString();
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^[12]\d{3}-\d\d-\d\d$/.test(value) && startOfDay(value, "UTC") !== null;
}

function instantOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}
