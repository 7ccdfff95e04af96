import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { done, type Result, refuse } from "@/lib/result";
import { holderOf } from "./credentials";
import { hashPassword } from "./hashing";
import { isWithinLimits } from "./limits";
import { hashOf, secretOf } from "./link-secret";
import { findPasswordFault, type Owner, type PasswordFault } from "./password";

export const RESET_WITHIN_MINUTES = 60;
/** No answer about a link is quicker: one mail more or less would show in the two milliseconds that the statement takes. */
const LEAST_MS = 50;

/**
 * Sends a link to whoever has this e-mail address or number: to choose a new password (`reset`), or to confirm the address
 * of a registration (`verify`). Who has only registered gets the latter either way; who has an account already and asks to
 * confirm is told so. Nobody is told anything on screen or by how long it takes: a link is made even for an address that
 * nobody has, so that nearly the same work is done, and the answer waits until LEAST_MS are over.
 */
export async function sendLink(
  identifier: string,
  wish: "reset" | "verify",
  caller: string | null,
  now: Date,
): Promise<Result<null, "too-often">> {
  if (!(await isWithinLimits("send-link", identifier, caller))) return refuse("too-often");
  const id = randomUUID();
  const kind = wish === "reset" ? "reset-password" : "account-exists";
  const expiresAt = new Date(now.getTime() + RESET_WITHIN_MINUTES * 60_000);
  const sent = db().$executeRaw`
    WITH holder AS MATERIALIZED (
      SELECT "id", "sessionEpoch" FROM "members" WHERE "id" = ${holderOf(identifier, identifier)}
    ), pending AS MATERIALIZED (
      SELECT "id", "memberId" FROM "registrations"
      WHERE (lower("email") = lower(${identifier}) OR "number" = ${identifier}) AND "expiresAt" > ${now}::timestamptz
        AND NOT EXISTS (SELECT FROM holder)
      ORDER BY "createdAt" DESC LIMIT 1
    ), linked AS (
      INSERT INTO "one_time_links" ("id", "memberId", "purpose", "tokenHash", "epoch", "createdAt", "expiresAt")
      SELECT ${id}::uuid, CASE WHEN ${wish} = 'reset' THEN holder."id" END, 'reset-password', ${hashOf(secretOf(id))},
        coalesce(holder."sessionEpoch", 0), ${now}::timestamptz, ${expiresAt}::timestamptz
      FROM (SELECT 1) AS one LEFT JOIN holder ON true
    )
    INSERT INTO "mails" ("key", "memberId", "kind", "data", "createdAt", "nextAttemptAt")
    SELECT ${`link:${id}`}, "to", "kind", jsonb_build_object('linkId', "linkId"), ${now}::timestamptz, ${now}::timestamptz
    FROM (
      SELECT "id" AS "to", ${kind} AS "kind", ${id}::text AS "linkId" FROM holder
      UNION ALL SELECT "memberId", 'verify-email', "id"::text FROM pending
    ) AS told`;
  await Promise.all([sent, sleep(LEAST_MS)]);
  return done(null);
}

/** Whose password a link would change; null when it is used, too old, or overtaken by another change. */
export async function findResetOwner(secret: string, now: Date): Promise<Owner | null> {
  const [owner] = await db().$queryRaw<Owner[]>`
    SELECT m."number", m."name", m."email" FROM "one_time_links" l
    JOIN "members" m ON m."id" = l."memberId" AND m."sessionEpoch" = l."epoch"
    WHERE l."tokenHash" = ${hashOf(secret)} AND l."purpose" = 'reset-password' AND l."usedAt" IS NULL
      AND l."expiresAt" > ${now}::timestamptz`;
  return owner ?? null;
}

/**
 * Chooses a new password by a link. The link works once; every session ends, and every other link, since their epoch is
 * over. Refuses a link that is used or too old, and a password that cannot be one.
 */
export async function resetPassword(
  secret: string,
  password: string,
  now: Date,
): Promise<Result<null, "dead-link" | PasswordFault>> {
  const owner = await findResetOwner(secret, now);
  if (!owner) return refuse("dead-link");
  const fault = findPasswordFault(password, owner);
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
