import { db } from "@/lib/foundation/db/client";
import { hashPassword } from "@/lib/people/auth/local/hashing";
import type { CreateAccountInput } from "@/lib/people/auth/local/input";
import { secretOf } from "@/lib/people/auth/local/link-secret";
import { saveEntries } from "@/lib/society/register/commands";
import { insertMember, type TestMember } from "@/testing/people";

export const NOW = new Date("2026-11-21T18:00:00Z");
export const PASSWORD = "three quiet green lamps";
let nextNumber = 700_001;

export function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

/**
 * Somebody on the register, filling in Create account; the name "Robin" and a surname of their own. The register has the
 * address that they type, unless it is to have another one or none.
 */
export async function newcomer(
  change: Partial<CreateAccountInput> = {},
  onRegister: { standing?: "current" | "lapsed"; email?: string | null } = {},
): Promise<CreateAccountInput> {
  const number = change.number ?? String(nextNumber++);
  const surname = `Surname${[...number].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
  const typed = { name: `R. ${surname}`, number, email: `robin.${number}@example.org`, ...change };
  const entry = { number, name: `Robin ${surname}`, email: typed.email, standing: "current" as const, ...onRegister };
  await saveEntries([entry], NOW);
  return { role: "mentor", agreement: "yes", ...typed };
}

/** A member with a local account and this password. */
export async function insertLocalMember(
  values: Parameters<typeof insertMember>[0] = {},
  password = PASSWORD,
): Promise<TestMember> {
  const member = await insertMember({ issuer: null, subject: null, emailVerifiedAt: NOW, isMentee: true, ...values });
  const hash = await hashPassword(password);
  await db().password.create({ data: { memberId: member.id, hash, changedAt: NOW }, select: { memberId: true } });
  return member;
}

/** The kinds of the mails in the outbox that went to these ids or addresses, oldest first. */
export async function kindsTo(memberId: string): Promise<string[]> {
  const mails = await db().mail.findMany({ where: { memberId }, orderBy: { createdAt: "asc" }, select: { kind: true } });
  return mails.map(({ kind }) => kind);
}

/** The secret of the newest link of a kind of mail that went to this member, as their mailbox has it. */
export async function secretFor(memberId: string, kind: string): Promise<string> {
  const mail = await db().mail.findFirstOrThrow({ where: { memberId, kind }, orderBy: { createdAt: "desc" } });
  return secretOf((mail.data as { linkId: string }).linkId);
}

/** The secret of the newest registration with this address. */
export async function secretOfRegistration(email: string): Promise<string> {
  const { id } = await db().registration.findFirstOrThrow({ where: { email }, orderBy: { createdAt: "desc" } });
  return secretOf(id);
}
