import { db } from "@/lib/db/client";

/** How many mails wait to be sent. */
export async function countWaiting(): Promise<number> {
  return db().mail.count({ where: { nextAttemptAt: { not: null } } });
}

/** Since when the oldest of them waits; null when none does. */
export async function oldestWaitingAt(): Promise<Date | null> {
  const { _min } = await db().mail.aggregate({ where: { nextAttemptAt: { not: null } }, _min: { createdAt: true } });
  return _min.createdAt;
}

/** A mail that was not sent. */
export interface UnsentMail {
  key: string;
  kind: string;
  memberId: string;
  createdAt: Date;
  attempts: number;
  /** Why, as the provider, the template or the rule said it. */
  lastError: string | null;
}

/** The mails that were given up, newest first, for staff. */
export async function listFailed(limit: number): Promise<UnsentMail[]> {
  return listUnsent("failed", limit);
}

/** The mails that were not sent because events had overtaken them, newest first, for staff: `lastError` says which. */
export async function listOvertaken(limit: number): Promise<UnsentMail[]> {
  return listUnsent("overtaken", limit);
}

async function listUnsent(status: "failed" | "overtaken", limit: number): Promise<UnsentMail[]> {
  return db().mail.findMany({
    where: { status },
    orderBy: [{ createdAt: "desc" }, { key: "desc" }],
    take: limit,
    select: { key: true, kind: true, memberId: true, createdAt: true, attempts: true, lastError: true },
  });
}
