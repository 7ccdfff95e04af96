const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** After each failed attempt, how long until the next: a restart is over in minutes, an outage in hours. The last one repeats. */
const PAUSES_MS = [5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS];
/** Long enough for a weekend on which nobody looks. */
const GIVEN_UP_AFTER_MS = 72 * HOUR_MS;

/** When an event is tried again after so many failed attempts; null when it is given up. */
export function nextAttempt(attempts: number, firstAttemptAt: Date, now: Date): Date | null {
  const pause = PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? 0;
  const next = new Date(now.getTime() + pause);
  return next.getTime() - firstAttemptAt.getTime() > GIVEN_UP_AFTER_MS ? null : next;
}
