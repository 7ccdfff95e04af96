import { db } from "@/lib/foundation/db/client";
import { erasingSteps } from "./statement";

/** Forms and mails that were in progress when somebody was erased have finished well within this time. */
const LOOK_BACK_DAYS = 7;

/**
 * For the nightly job: erases recently erased members once more, in case a form or an e-mail in progress at that moment stored
 * something about them again. Returns how many.
 */
export async function eraseLeftBehind(now: Date): Promise<number> {
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * 24 * 60 * 60 * 1000);
  const erased = await db().member.findMany({ where: { erasedAt: { gt: since } }, select: { id: true } });
  for (const { id } of erased) await db().$executeRawUnsafe(`WITH ${erasingSteps()} SELECT`, id, now);
  return erased.length;
}
