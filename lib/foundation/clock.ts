/**
 * The product's clock. Read once, at the door (page, form-action, cron-route), and handed down as a value. In the
 * demonstration the time machine sets it ahead of the real one; `offsetSeconds` is what the database says of that.
 */
export function readClock(offsetSeconds: number | bigint): Date {
  return new Date(readRealClock() + Number(offsetSeconds) * 1000);
}

/** Real time in milliseconds, whatever the demonstration's clock says: for how long a sign-in lasts. */
export function readRealClock(): number {
  return Date.now();
}
