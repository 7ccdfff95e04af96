import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { forgetEnded } from "@/lib/people/auth/ended";

/** What is used or over is kept for this long, and then nobody needs it any more. */
const KEPT_DAYS = 7;

/**
 * At night: registrations that nobody confirmed, with the mails that went to them; links that are over; counts of limits
 * that are; sessions that were ended and would be over by now. Returns how many registrations and links are gone.
 */
export async function forgetWhatIsOver(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const registrations = await db().registration.deleteMany({ where: { expiresAt: { lt: now } } });
  const links = await db().oneTimeLink.deleteMany({ where: { expiresAt: { lt: before } } });
  await db().rateLimit.deleteMany({ where: { expire: { lt: readRealClock() } } });
  await forgetEnded();
  await db().$executeRaw`
    DELETE FROM "mails" m WHERE m."kind" = 'verify-email' AND m."status" <> 'waiting'
      AND NOT EXISTS (SELECT FROM "members" WHERE "id" = m."memberId")
      AND NOT EXISTS (SELECT FROM "registrations" WHERE "memberId" = m."memberId")`;
  return registrations.count + links.count;
}
