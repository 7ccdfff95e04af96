import { readClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";

/** The product's time, for entry points without a viewer: sign-in and the scheduler. */
export async function readNow(): Promise<Date> {
  const clock = await db().demoClock.findUnique({ where: { id: 1 }, select: { offsetSeconds: true } });
  return readClock(clock?.offsetSeconds ?? 0);
}
