import { addMonths, startOfDay } from "@/lib/foundation/dates";
import { done, type Result, refuse } from "@/lib/foundation/result";

/** For how long a mentor wants to be found by nobody: not at all, until a day, or until they say otherwise. */
export type Pause = "none" | "until-day" | "open-ended";

export type PauseRefusal = "day-missing" | "day-past" | "day-too-far";
export type AvailabilityRefusal = PauseRefusal | "no-profile";

/** Beyond that, nobody remembers why they come back: then it is better to say so oneself. */
const LONGEST_MONTHS = 24;

/**
 * When the pause ends: the beginning of the chosen day in the society's zone, or null when the mentor will say so
 * themselves. Refuses a day that has begun, and one that is too far away to mean anything.
 */
export function endOfPause(day: string | null, now: Date, timeZone: string): Result<Date | null, PauseRefusal> {
  if (day === null) return done(null);
  const at = startOfDay(day, timeZone);
  if (!at) return refuse("day-missing");
  if (at <= now) return refuse("day-past");
  return at > addMonths(now, LONGEST_MONTHS, timeZone) ? refuse("day-too-far") : done(at);
}
