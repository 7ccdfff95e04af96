import { hashPassword } from "@/lib/auth/local/hashing";
import { db } from "@/lib/db/client";
import { PEOPLE } from "./people";

/** Too short and too common for anybody who is real. */
const EVERYBODYS_PASSWORD = "mentoring";

/**
 * With local accounts the demonstration's people have passwords and proved addresses. One hash does for all:
 * everybody knows the password, and four hundred hashes would take a minute. Doing it again changes nothing that is there.
 */
export async function seedLocalAccounts(now: Date): Promise<void> {
  const numbers = PEOPLE.filter(({ hasJoined }) => hasJoined).map(({ number }) => number);
  const without = await db().member.findMany({ where: { number: { in: numbers }, password: null }, select: { id: true } });
  if (without.length === 0) return;
  const hash = await hashPassword(EVERYBODYS_PASSWORD);
  const ids = without.map(({ id }) => id);
  await db().$transaction([
    db().member.updateMany({ where: { id: { in: ids } }, data: { emailVerifiedAt: now } }),
    db().password.createMany({ data: ids.map((memberId) => ({ memberId, hash, changedAt: now })) }),
  ]);
}
