import { Temporal } from "temporal-polyfill";
import { dayOf } from "@/lib/foundation/dates";
import { rangeOf, sayPlainDay } from "@/lib/foundation/day-range";
import { type AskedRange, type ChosenRange, chooseRange, type Month, type Range } from "@/lib/staff/reports/range";
import { sayMonth } from "@/lib/staff/reports/wording";

/** The calendar month, the calendar quarter or the twelve months that ended last: only whole ones can be compared. */
export const PERIODS = ["month", "quarter", "year"] as const;
export type Preset = (typeof PERIODS)[number];

export interface Period {
  preset: Preset | null;
  problem: ChosenRange["problem"];
  range: Range;
  /** What it is compared with: as long a time, which ends the day before it. */
  before: Range;
}

export interface AskedPeriod extends Pick<AskedRange, "from" | "to"> {
  period?: string | string[] | undefined;
}

const MONTHS: Record<Preset, number> = { month: 1, quarter: 3, year: 12 };

/** The period in the address: two days, or a preset. Without either, and where the days make no sense, the last month. */
export function choosePeriod(asked: AskedPeriod, now: Date, timeZone: string): Period {
  const today = dayOf(now, timeZone);
  if (!asked.from && !asked.to) {
    return { ...lastWhole(PERIODS.find((one) => one === asked.period) ?? "month", today), problem: null };
  }
  // Without a first day it is the year so far.
  const { from, to, problem } = chooseRange(asked, `${today.slice(0, 4)}-01-01`, now, timeZone);
  return problem ? { ...lastWhole("month", today), problem } : { preset: null, problem, ...asLongBefore({ from, to }) };
}

/** Both as the months of a report, the earlier one first: a query counts them at once. */
export function toMonths({ range, before }: Pick<Period, "range" | "before">, timeZone: string): [Month, Month] {
  const toMonth = ({ from, to }: Range): Month => {
    const between = rangeOf(from, to, timeZone);
    return { name: from.slice(0, 7), startsAt: between.from, endsAt: between.to, from, to };
  };
  return [toMonth(before), toMonth(range)];
}

/** "October 2026", or "1 July 2026 to 30 September 2026". */
export function sayRange({ from, to }: Range): string {
  const first = Temporal.PlainDate.from(from);
  const isMonth = first.day === 1 && first.add({ months: 1 }).subtract({ days: 1 }).toString() === to;
  return isMonth ? sayMonth(from.slice(0, 7)) : `${sayPlainDay(from)} to ${sayPlainDay(to)}`;
}

function lastWhole(preset: Preset, today: string): Pick<Period, "preset" | "range" | "before"> {
  const month = Temporal.PlainDate.from(today).with({ day: 1 });
  const next = preset === "quarter" ? month.subtract({ months: (month.month - 1) % 3 }) : month;
  const begins = next.subtract({ months: MONTHS[preset] });
  return { preset, range: upTo(begins, next), before: upTo(begins.subtract({ months: MONTHS[preset] }), begins) };
}

function asLongBefore(range: Range): Pick<Period, "range" | "before"> {
  const [from, to] = [Temporal.PlainDate.from(range.from), Temporal.PlainDate.from(range.to)];
  const { days } = from.until(to.add({ days: 1 }), { largestUnit: "days" });
  return { range, before: upTo(from.subtract({ days }), from) };
}

function upTo(from: Temporal.PlainDate, next: Temporal.PlainDate): Range {
  return { from: from.toString(), to: next.subtract({ days: 1 }).toString() };
}
