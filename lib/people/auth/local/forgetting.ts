import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { forgetEnded } from "@/lib/people/auth/ended";
import { forgetChallenges } from "@/lib/people/auth/second-step/taking";

/** Used and expired links are kept for this long; nobody needs them afterwards. */
const KEPT_DAYS = 7;

/**
 * For the nightly job: deletes registrations that nobody confirmed, with the mails about them, and expired links, counters of
 * limits and ended sessions. Returns how many registrations and links it deleted.
 */
export async function forgetWhatIsOver(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const registrations = await db().registration.deleteMany({ where: { expiresAt: { lt: now } } });
  const links = await db().oneTimeLink.deleteMany({ where: { expiresAt: { lt: before } } });
  await db().rateLimit.deleteMany({ where: { expire: { lt: readRealClock() } } });
  await forgetEnded();
  await forgetChallenges();
  await db().$executeRaw`
    DELETE FROM "mails" m WHERE m."kind" = 'verify-email' AND m."status" <> 'waiting'
      AND NOT EXISTS (SELECT FROM "members" WHERE "id" = m."memberId")
      AND NOT EXISTS (SELECT FROM "registrations" WHERE "memberId" = m."memberId")`;
  return registrations.count + links.count;
}
