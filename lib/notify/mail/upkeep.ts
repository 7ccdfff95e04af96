import { db } from "@/lib/foundation/db/client";

/** The provider gives up on telling us after a day; longer, and a repeat cannot come any more. */
const KEPT_DAYS = 30;

/** At night: forgets the names of events that nobody will repeat. Returns how many. */
export async function forgetEvents(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const { count } = await db().mailEvent.deleteMany({ where: { receivedAt: { lt: before } } });
  return count;
}
