import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { forgetEnded } from "@/lib/people/auth/ended";
import { forgetChallenges } from "@/lib/people/auth/second-step/taking";

/**
 * For the nightly job: deletes registrations that nobody confirmed, with the mails about them, counters of limits and
 * ended sessions. Returns how many registrations it deleted.
 */
export async function forgetWhatIsOver(now: Date): Promise<number> {
  const registrations = await db().registration.deleteMany({ where: { expiresAt: { lt: now } } });
  await db().rateLimit.deleteMany({ where: { expire: { lt: readRealClock() } } });
  await forgetEnded();
  await forgetChallenges();
  await db().$executeRaw`
    DELETE FROM "mails" m WHERE m."kind" = 'verify-email' AND m."status" <> 'waiting'
      AND NOT EXISTS (SELECT FROM "members" WHERE "id" = m."memberId")
      AND NOT EXISTS (SELECT FROM "registrations" WHERE "memberId" = m."memberId")`;
  return registrations.count;
}

/** For the nightly job: deletes links that expired before then, used or not. Returns how many. */
export async function forgetLinks(before: Date): Promise<number> {
  return (await db().oneTimeLink.deleteMany({ where: { expiresAt: { lt: before } } })).count;
}
