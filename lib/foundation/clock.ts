/**
 * The product's clock. Each request reads it once, where it comes in (page, form-action, cron-route), and passes the time down
 * as a value. In the demonstration, the time machine sets it ahead by the `offsetSeconds` in the database.
 */
export function readClock(offsetSeconds: number | bigint): Date {
  return new Date(readRealClock() + Number(offsetSeconds) * 1000);
}

/** Real time in milliseconds, ignoring the demonstration's clock. Used for how long a sign-in lasts. */
export function readRealClock(): number {
  return Date.now();
}
