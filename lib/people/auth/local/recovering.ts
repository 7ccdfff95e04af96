import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { identifierForm } from "@/lib/foundation/identifier";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { holderOf } from "./credentials";
import { inEqualTime } from "./equal-time";
import { hashPassword } from "./hashing";
import { findFault } from "./leaked";
import { isHolderWithinLimits, isWithinLimits } from "./limits";
import { hashOf, secretOf } from "./link-secret";
import type { Owner, PasswordFault } from "./password";

export const RESET_WITHIN_MINUTES = 60;

/**
 * Sends a link to the holder of this e-mail address or number: to choose a new password (`reset`), or to confirm the address
 * of a registration (`verify`). Somebody who has only registered always gets the latter; somebody who already has an account
 * and asks to confirm is told so. Neither the page nor the time it takes reveals anything: we create a link even for an
 * address that nobody has, so that the work is nearly the same. Asking by number and by address in turns does not get an
 * account more mails, and the answer does not show that either.
 */
export async function sendLink(
  identifier: string,
  wish: "reset" | "verify",
  caller: string | null,
  now: Date,
): Promise<Result<null, "too-often">> {
  const typed = identifierForm(identifier);
  if (!(await isWithinLimits("send-link", typed, caller))) return refuse("too-often");
  await inEqualTime(async () => {
    const found = await findAddressee(typed, now);
    const mayMail = await isHolderWithinLimits("send-link", found.holder ?? found.address ?? typed);
    await makeLink(found, wish, mayMail, now);
  });
  return done(null);
}

interface Addressee {
  /** The member, and how often their sessions have been ended. */
  holder: string | null;
  epoch: number | null;
  /** If there is no member: the newest registration with this number or address, its future member's id, and its address. */
  registration: string | null;
  memberId: string | null;
  address: string | null;
}

async function findAddressee(typed: string, now: Date): Promise<Addressee> {
  const [found] = await db().$queryRaw<Addressee[]>`
    WITH holder AS MATERIALIZED (
      SELECT "id", "sessionEpoch" FROM "members" WHERE "id" = ${holderOf(typed, typed)}
    ), pending AS MATERIALIZED (
      SELECT "id", "memberId", address_form("email") AS "address" FROM "registrations"
      WHERE (address_form("email") = ${typed} OR "number" = ${typed}) AND "expiresAt" > ${now}::timestamptz
        AND NOT EXISTS (SELECT FROM holder)
      ORDER BY "createdAt" DESC LIMIT 1
    )
    SELECT holder."id" AS "holder", holder."sessionEpoch" AS "epoch", pending."id" AS "registration", pending."memberId", pending."address"
    FROM (SELECT 1) AS one LEFT JOIN holder ON true LEFT JOIN pending ON true`;
  return found ?? { holder: null, epoch: null, registration: null, memberId: null, address: null };
}

async function makeLink(to: Addressee, wish: "reset" | "verify", mayMail: boolean, now: Date): Promise<void> {
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + RESET_WITHIN_MINUTES * 60_000);
  const kind = to.holder === null ? "verify-email" : wish === "reset" ? "reset-password" : "account-exists";
  const [addressee, linkId] = to.holder === null ? [to.memberId, to.registration] : [to.holder, id];
  const owner = wish === "reset" ? to.holder : null;
  await db().$executeRaw`
    WITH linked AS (
      INSERT INTO "one_time_links" ("id", "memberId", "purpose", "tokenHash", "epoch", "createdAt", "expiresAt")
      VALUES (${id}::uuid, ${owner}::uuid, 'reset-password', ${hashOf(secretOf(id))}, ${to.epoch ?? 0}, ${now}::timestamptz,
        ${expiresAt}::timestamptz)
    )
    INSERT INTO "mails" ("key", "memberId", "kind", "data", "createdAt", "nextAttemptAt")
    SELECT ${`link:${id}`}, ${addressee}::uuid, ${kind}, ${JSON.stringify({ linkId })}::jsonb, ${now}::timestamptz, ${now}::timestamptz
    WHERE ${mayMail && addressee !== null}`;
}

/** The member whose password a link would change; null when the link is used or expired, or another change came first. */
export async function findResetOwner(secret: string, now: Date): Promise<Owner | null> {
  const [owner] = await db().$queryRaw<Owner[]>`
    SELECT m."number", m."name", m."email" FROM "one_time_links" l
    JOIN "members" m ON m."id" = l."memberId" AND m."sessionEpoch" = l."epoch"
    WHERE l."tokenHash" = ${hashOf(secret)} AND l."purpose" = 'reset-password' AND l."usedAt" IS NULL
      AND l."expiresAt" > ${now}::timestamptz`;
  return owner ?? null;
}

/**
 * Sets a new password by a link, which works once. Every session ends, and so does every other link, because it belongs to
 * the previous epoch. Refuses a used or expired link, and a password that is too weak.
 */
export async function resetPassword(
  secret: string,
  password: string,
  now: Date,
): Promise<Result<null, "dead-link" | PasswordFault>> {
  const owner = await findResetOwner(secret, now);
  if (!owner) return refuse("dead-link");
  const fault = await findFault(password, owner);
  if (fault) return refuse(fault);
  const hash = await hashPassword(password);
  const count = await db().$executeRaw`
    WITH used AS (
      UPDATE "one_time_links" SET "usedAt" = ${now}::timestamptz
      WHERE "tokenHash" = ${hashOf(secret)} AND "purpose" = 'reset-password' AND "usedAt" IS NULL AND "expiresAt" > ${now}::timestamptz
      RETURNING "id", "memberId", "epoch"
    ), changed AS (
      UPDATE "members" m SET "sessionEpoch" = m."sessionEpoch" + 1 FROM used
      WHERE m."id" = used."memberId" AND m."sessionEpoch" = used."epoch"
      RETURNING m."id", m."sessionEpoch"
    ), secured AS (
      INSERT INTO "passwords" ("memberId", "hash", "changedAt") SELECT "id", ${hash}, ${now}::timestamptz FROM changed
      ON CONFLICT ("memberId") DO UPDATE SET "hash" = excluded."hash", "changedAt" = excluded."changedAt"
    ), mailed AS (
      INSERT INTO "mails" ("key", "memberId", "kind", "createdAt", "nextAttemptAt")
      SELECT concat('member:', "id", ':password:', "sessionEpoch"), "id", 'password-changed', ${now}::timestamptz, ${now}::timestamptz FROM changed
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "id", 'password-reset', 'member', "id" FROM changed`;
  return count > 0 ? done(null) : refuse("dead-link");
}
