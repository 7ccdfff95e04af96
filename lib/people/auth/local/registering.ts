import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { addressForm, cleanAddress, isSameAddress } from "@/lib/foundation/identifier";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { isSamePerson } from "@/lib/society/register/entry";
import { askRegister, type RegisterAnswer } from "@/lib/society/register/queries";
import { holderOf } from "./credentials";
import { inEqualTime } from "./equal-time";
import { hashPassword } from "./hashing";
import type { CreateAccountInput } from "./input";
import { findFault } from "./leaked";
import { isHolderWithinLimits, isWithinLimits } from "./limits";
import { hashOf, secretOf } from "./link-secret";
import type { PasswordFault } from "./password";

/** People look at their mail at the weekend. */
export const CONFIRM_WITHIN_HOURS = 72;

export type RegisteringRefusal = "too-often" | "not-on-register" | "lapsed";

/**
 * Create account: keeps what the person filled in and sends a link that will make the account (see confirm). The link goes to
 * the address that the register has for the number; only if the register has none does it go to the address they typed,
 * because number and surname are no secret. Somebody who already has an account with this number or address is told so by
 * mail; the page and the work are the same. Refuses anybody who does not match the register, or whose membership has lapsed.
 */
export async function register(
  input: CreateAccountInput,
  caller: string | null,
  now: Date,
): Promise<Result<null, RegisteringRefusal>> {
  const { number, name, role } = input;
  const isWithin = [
    await isWithinLimits("create-account", number, caller),
    await isWithinLimits("create-account", addressForm(input.email), null),
  ];
  if (isWithin.includes(false)) return refuse("too-often");
  const answer = await askRegister(number);
  if (answer.isImported && !isVouchedFor(answer, input)) return refuse("not-on-register");
  if (answer.entry?.standing === "lapsed") return refuse("lapsed");
  const email = registersAddress(answer) ?? input.email;
  await inEqualTime(async () => {
    const holder = await findHolder(number, email);
    const mayMail = await isHolderWithinLimits("create-account", holder ?? addressForm(email));
    await keep({ number, name, email, role, holder, mayMail }, now);
  });
  return done(null);
}

async function findHolder(number: string, email: string): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string | null }[]>`SELECT ${holderOf(number, addressForm(email))} AS "id"`;
  return row?.id ?? null;
}

interface Kept {
  number: string;
  name: string;
  email: string;
  role: string;
  /** The person who already has an account, and is told so. */
  holder: string | null;
  /** Whether another mail may go to them. */
  mayMail: boolean;
}

/** For somebody who already has an account, we store a registration that nobody can confirm, so that the work is the same. */
async function keep({ number, name, email, role, holder, mayMail }: Kept, now: Date): Promise<void> {
  const [id, memberId] = [randomUUID(), randomUUID()];
  const expiresAt = holder === null ? new Date(now.getTime() + CONFIRM_WITHIN_HOURS * 3_600_000) : now;
  const [to, kind] = holder === null ? [memberId, "verify-email"] : [holder, "account-exists"];
  const data = JSON.stringify(holder === null ? { linkId: id } : {});
  await db().$executeRaw`
    WITH kept AS (
      INSERT INTO "registrations" ("id", "memberId", "number", "name", "email", "role", "tokenHash", "createdAt", "expiresAt")
      VALUES (${id}::uuid, ${memberId}::uuid, ${number}, ${name}, ${email}, ${role}, ${hashOf(secretOf(id))}, ${now}::timestamptz,
        ${expiresAt}::timestamptz)
    )
    INSERT INTO "mails" ("key", "memberId", "kind", "data", "createdAt", "nextAttemptAt")
    SELECT ${`registration:${id}`}, ${to}::uuid, ${kind}, ${data}::jsonb, ${now}::timestamptz, ${now}::timestamptz WHERE ${mayMail}`;
}

export type ConfirmRefusal = "dead-link" | "taken" | "lapsed";

/**
 * The person has used the link of their registration, so the address is theirs. They become a member, in the role they chose
 * and with the password that they choose now: nothing else from the form lets anybody in, because anybody may have filled it
 * in. Unless the register has this very address for this number, the account waits for staff. Refuses a used or expired link,
 * a weak password, and the second of two registrations with the same number or address. A link works once, however often it
 * is used at the same moment.
 */
export async function confirm(
  secret: string,
  password: string,
  now: Date,
): Promise<Result<{ memberId: string; isWaiting: boolean }, ConfirmRefusal | PasswordFault>> {
  const registration = await findRegistration(secret, now);
  if (!registration) return refuse("dead-link");
  const fault = await findFault(password, registration);
  if (fault) return refuse(fault);
  const answer = await askRegister(registration.number);
  if (answer.entry?.standing === "lapsed") return refuse("lapsed");
  const known = registersAddress(answer);
  const status = known !== null && isSameAddress(known, registration.email) ? "active" : "waiting";
  const hash = await hashPassword(password);
  const [row] = await db().$queryRaw<{ wasThere: boolean; memberId: string | null }[]>`
    WITH taken AS (
      DELETE FROM "registrations" WHERE "tokenHash" = ${hashOf(secret)} AND "expiresAt" > ${now}::timestamptz RETURNING *
    ), made AS (
      INSERT INTO "members" ("id", "number", "name", "email", "emailVerifiedAt", "status", "isMentor", "isMentee", "createdAt", "lastSignedInAt")
      SELECT t."memberId", t."number", t."name", t."email", ${now}::timestamptz, ${status}, t."role" = 'mentor', t."role" = 'mentee',
        ${now}::timestamptz, ${now}::timestamptz
      FROM taken t WHERE NOT EXISTS (SELECT FROM "members" m WHERE address_form(m."email") = address_form(t."email"))
      ON CONFLICT DO NOTHING
      RETURNING "id"
    ), secured AS (
      INSERT INTO "passwords" ("memberId", "hash", "changedAt")
      SELECT "id", ${hash}, ${now}::timestamptz FROM made
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'member', made."id", f."fact", 'member', made."id",
        jsonb_build_object('mentor', taken."role" = 'mentor', 'mentee', taken."role" = 'mentee')
      FROM made, taken, (VALUES ('registered'), ('joined')) AS f("fact")
    )
    SELECT EXISTS (SELECT FROM taken) AS "wasThere", (SELECT "id" FROM made) AS "memberId"`;
  if (!row?.wasThere) return refuse("dead-link");
  return row.memberId === null ? refuse("taken") : done({ memberId: row.memberId, isWaiting: status === "waiting" });
}

/** What the page behind a link shows; null when the link leads nowhere, or no longer does. */
export async function findRegistration(
  secret: string,
  now: Date,
): Promise<{ number: string; name: string; email: string; role: string } | null> {
  return db().registration.findFirst({
    where: { tokenHash: hashOf(secret), expiresAt: { gt: now } },
    select: { number: true, name: true, email: true, role: true },
  });
}

function isVouchedFor({ entry }: RegisterAnswer, typed: { name: string; email: string }): boolean {
  return entry !== null && isSamePerson(entry, typed);
}

/** The address at which the society reaches the holder of this number. */
function registersAddress({ entry }: RegisterAnswer): string | null {
  return cleanAddress(entry?.email ?? "") || null;
}
