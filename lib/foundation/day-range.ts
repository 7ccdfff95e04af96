import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { sayWholeDate, startOfDay } from "./dates";

/** A day in an address, such as 2026-01-31; anything else is none. */
export const DayInput = z
  .string()
  .regex(/^[12]\d{3}-\d\d-\d\d$/)
  .refine((day) => startOfDay(day, "UTC") !== null)
  .optional()
  .catch(undefined);

/** The instants between which two days lie, both included, as people in `timeZone` count days. A missing day is no limit. */
export function rangeOf(from: string | undefined, to: string | undefined, timeZone: string): { from: Date; to: Date } {
  const after = to && Temporal.PlainDate.from(to).add({ days: 1 }).toString();
  return { from: (from && startOfDay(from, timeZone)) || EARLIEST, to: (after && startOfDay(after, timeZone)) || LATEST };
}

const EARLIEST = new Date("0001-01-01T00:00:00Z");
const LATEST = new Date("9999-01-01T00:00:00Z");

/** "1 December 2025": a day of the calendar, wherever. */
export function sayPlainDay(day: string): string {
  const at = startOfDay(day, "UTC");
  return at ? sayWholeDate(at, "UTC") : day;
}
