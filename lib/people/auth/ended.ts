import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { IDLE_SECONDS, SESSION_SECONDS } from "./token";

/** Log Out, or another sign-in in the same browser: copies of the session cookie stop working too. */
export async function endForGood(session: string): Promise<void> {
  const endedAt = new Date(readRealClock());
  await db().endedSession.createMany({ data: [{ id: session, endedAt }], skipDuplicates: true });
  await db().session.deleteMany({ where: { id: session } });
}

/** For the nightly job: removes sessions, ended or not, whose cookies have expired by now anyway. */
export async function forgetEnded(): Promise<void> {
  const now = readRealClock();
  const before = new Date(now - 2 * SESSION_SECONDS * 1000);
  await db().endedSession.deleteMany({ where: { endedAt: { lt: before } } });
  // Use is noted a few minutes late, so that a day is not quite enough.
  await db().session.deleteMany({ where: { lastUsedAt: { lt: new Date(now - 2 * IDLE_SECONDS * 1000) } } });
}
