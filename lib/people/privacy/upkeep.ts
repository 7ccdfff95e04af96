import { db } from "@/lib/foundation/db/client";
import { erasingSteps } from "./statement";

/** What was under way when somebody was erased comes to its end well within this. */
const LOOK_BACK_DAYS = 7;

/**
 * Nightly: erases once more those erased lately, in case something on its way at the same moment, a mail in hand or a
 * form, wrote them down again. Returns for how many.
 */
export async function eraseLeftBehind(now: Date): Promise<number> {
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * 24 * 60 * 60 * 1000);
  const erased = await db().member.findMany({ where: { erasedAt: { gt: since } }, select: { id: true } });
  for (const { id } of erased) await db().$executeRawUnsafe(`WITH ${erasingSteps()} SELECT`, id, now);
  return erased.length;
}
