import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { SESSION_SECONDS } from "./token";

/** Log Out, or another sign-in in the same browser: copies of the session cookie stop working too. */
export async function endForGood(session: string): Promise<void> {
  const endedAt = new Date(readRealClock());
  await db().endedSession.createMany({ data: [{ id: session, endedAt }], skipDuplicates: true });
}

/** For the nightly job: removes ended sessions whose cookies have expired by now anyway. */
export async function forgetEnded(): Promise<void> {
  const before = new Date(readRealClock() - 2 * SESSION_SECONDS * 1000);
  await db().endedSession.deleteMany({ where: { endedAt: { lt: before } } });
}
