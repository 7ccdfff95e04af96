import { db } from "@/lib/foundation/db/client";
import { hashPassword } from "@/lib/people/auth/local/hashing";
import { PEOPLE } from "./people";

/** Too short and too common for anybody who is real. */
const EVERYBODYS_PASSWORD = "mentoring";

/** They created an account before the register was there, so nobody could vouch for them: staff look at them. */
const WAITING = [
  { number: "100911", name: "Josephine Abara", role: "isMentee", daysAgo: 2 },
  { number: "100912", name: "Callum Reid", role: "isMentor", daysAgo: 3 },
  { number: "100913", name: "Ines Duarte", role: "isMentee", daysAgo: 5 },
] as const;

/**
 * With local accounts the demonstration's people have passwords and proved addresses. One hash does for all:
 * everybody knows the password, and four hundred hashes would take a minute. Doing it again changes nothing that is there.
 */
export async function seedLocalAccounts(now: Date): Promise<void> {
  await seedWaiting(now);
  const numbers = PEOPLE.filter(({ hasJoined }) => hasJoined)
    .map(({ number }) => number)
    .concat(WAITING.map(({ number }) => number));
  const without = await db().member.findMany({ where: { number: { in: numbers }, password: null }, select: { id: true } });
  if (without.length === 0) return;
  const hash = await hashPassword(EVERYBODYS_PASSWORD);
  const ids = without.map(({ id }) => id);
  await db().$transaction([
    db().member.updateMany({ where: { id: { in: ids } }, data: { emailVerifiedAt: now } }),
    db().password.createMany({ data: ids.map((memberId) => ({ memberId, hash, changedAt: now })) }),
  ]);
}

async function seedWaiting(now: Date): Promise<void> {
  const rows = WAITING.map(({ number, name, role, daysAgo }) => ({
    ...{ number, name, email: `${name.toLowerCase().replace(" ", ".")}@example.org`, status: "waiting", [role]: true },
    createdAt: new Date(now.getTime() - daysAgo * 86_400_000),
  }));
  await db().member.createMany({ data: rows, skipDuplicates: true });
}
