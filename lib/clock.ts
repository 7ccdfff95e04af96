/**
 * The product's clock. Read once, at the door (page, form-action, cron-route), and handed down as a value. In the
 * demonstration the time machine sets it ahead of the real one; `offsetSeconds` is what the database says of that.
 */
export function readClock(offsetSeconds: number | bigint): Date {
  return new Date(Date.now() + Number(offsetSeconds) * 1000);
}
