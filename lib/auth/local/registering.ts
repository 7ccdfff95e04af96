import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { isSamePerson } from "@/lib/register/entry";
import { askRegister, type RegisterAnswer } from "@/lib/register/queries";
import { done, type Result, refuse } from "@/lib/result";
import { holderOf } from "./credentials";
import { hashPassword } from "./hashing";
import type { CreateAccountInput } from "./input";
import { isWithinLimits } from "./limits";
import { hashOf, secretOf } from "./link-secret";

/** People look at their mail at the weekend. */
export const CONFIRM_WITHIN_HOURS = 72;

export type RegisteringRefusal = "too-often" | "not-on-register" | "lapsed";

/**
 * Create account: keeps what was filled in and sends a link to the address, whose use makes the account (see confirm). Who
 * has an account already, by this number or this address, is told so by mail, and the answer and the work are the same.
 * Refuses who is not on the register as they say, and who has lapsed there.
 */
export async function register(
  input: CreateAccountInput,
  caller: string | null,
  now: Date,
): Promise<Result<null, RegisteringRefusal>> {
  const { number, name, email, role, password } = input;
  if (!(await isWithinLimits("create-account", number, caller))) return refuse("too-often");
  const answer = await askRegister(number);
  if (answer.isImported && !isVouchedFor(answer, input)) return refuse("not-on-register");
  if (answer.entry?.standing === "lapsed") return refuse("lapsed");
  const [id, memberId, hash] = [randomUUID(), randomUUID(), await hashPassword(password)];
  const expiresAt = new Date(now.getTime() + CONFIRM_WITHIN_HOURS * 3_600_000);
  await db().$executeRaw`
    WITH holder AS MATERIALIZED (SELECT ${holderOf(number, email)} AS "id"), kept AS (
      INSERT INTO "registrations" ("id", "memberId", "number", "name", "email", "role", "passwordHash", "tokenHash", "createdAt", "expiresAt")
      SELECT ${id}::uuid, ${memberId}::uuid, ${number}, ${name}, ${email}, ${role}, ${hash}, ${hashOf(secretOf(id))}, ${now}::timestamptz,
        CASE WHEN holder."id" IS NULL THEN ${expiresAt}::timestamptz ELSE ${now}::timestamptz END
      FROM holder
    )
    INSERT INTO "mails" ("key", "memberId", "kind", "data", "createdAt", "nextAttemptAt")
    SELECT ${`registration:${id}`}, coalesce("id", ${memberId}::uuid), CASE WHEN "id" IS NULL THEN 'verify-email' ELSE 'account-exists' END,
      CASE WHEN "id" IS NULL THEN jsonb_build_object('linkId', ${id}::text) ELSE '{}' END, ${now}::timestamptz, ${now}::timestamptz
    FROM holder`;
  return done(null);
}

export type ConfirmRefusal = "dead-link" | "taken" | "lapsed";

/**
 * The link of a registration was used: the address is theirs, and they become a member, in the role they chose. Where no
 * register vouches for them the account waits for staff. Refuses a link that is used or too old, and the second of two
 * registrations for the same number or address. Once for each link, however often it is asked at once.
 */
export async function confirm(
  secret: string,
  now: Date,
): Promise<Result<{ memberId: string; isWaiting: boolean }, ConfirmRefusal>> {
  const registration = await findRegistration(secret, now);
  if (!registration) return refuse("dead-link");
  const answer = await askRegister(registration.number);
  if (answer.entry?.standing === "lapsed") return refuse("lapsed");
  const status = isVouchedFor(answer, registration) ? "active" : "waiting";
  const [row] = await db().$queryRaw<{ wasThere: boolean; memberId: string | null }[]>`
    WITH taken AS (
      DELETE FROM "registrations" WHERE "tokenHash" = ${hashOf(secret)} AND "expiresAt" > ${now}::timestamptz RETURNING *
    ), made AS (
      INSERT INTO "members" ("id", "number", "name", "email", "emailVerifiedAt", "status", "isMentor", "isMentee", "createdAt", "lastSignedInAt")
      SELECT t."memberId", t."number", t."name", t."email", ${now}::timestamptz, ${status}, t."role" = 'mentor', t."role" = 'mentee',
        ${now}::timestamptz, ${now}::timestamptz
      FROM taken t WHERE NOT EXISTS (SELECT FROM "members" m WHERE lower(m."email") = lower(t."email"))
      ON CONFLICT DO NOTHING
      RETURNING "id"
    ), secured AS (
      INSERT INTO "passwords" ("memberId", "hash", "changedAt")
      SELECT made."id", taken."passwordHash", ${now}::timestamptz FROM made, taken
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

/** What is on hand for the page behind the link; null when it leads nowhere (any more). */
export async function findRegistration(
  secret: string,
  now: Date,
): Promise<{ number: string; name: string; email: string } | null> {
  return db().registration.findFirst({
    where: { tokenHash: hashOf(secret), expiresAt: { gt: now } },
    select: { number: true, name: true, email: true },
  });
}

function isVouchedFor({ entry }: RegisterAnswer, typed: { name: string; email: string }): boolean {
  return entry !== null && isSamePerson(entry, typed);
}
