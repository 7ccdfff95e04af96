import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { sqlStateOf } from "@/lib/foundation/db/query";
import { addressForm, isSameAddress } from "@/lib/foundation/identifier";
import { logRefusal } from "@/lib/foundation/log";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { holderOf } from "./credentials";
import { hashPassword, isRightPassword } from "./hashing";
import { findFault } from "./leaked";
import { isWithinLimits } from "./limits";
import { hashOf, secretOf } from "./link-secret";
import type { PasswordFault } from "./password";

export const CHANGE_EMAIL_WITHIN_HOURS = 24;

export type ChangeRefusal = "too-often" | "wrong";

/**
 * Changes the member's password. Every session ends, including this one, which the caller starts again. Refuses without the
 * current password, and a new one that is too weak.
 */
export async function changePassword(
  viewer: Viewer,
  { current, next }: { current: string; next: string },
  caller: string | null,
  now: Date,
): Promise<Result<null, ChangeRefusal | PasswordFault | "changed-meanwhile">> {
  const known = await checkOwn(viewer, current, caller);
  if (!known.ok) return known;
  const fault = await findFault(next, viewer);
  if (fault) return refuse(fault);
  const hash = await hashPassword(next);
  const count = await db().$executeRaw`
    WITH secured AS (
      UPDATE "passwords" SET "hash" = ${hash}, "changedAt" = ${now}::timestamptz
      WHERE "memberId" = ${viewer.memberId}::uuid AND "hash" = ${known.value} RETURNING "memberId"
    ), changed AS (
      UPDATE "members" SET "sessionEpoch" = "sessionEpoch" + 1 FROM secured WHERE "id" = secured."memberId" RETURNING "id", "sessionEpoch"
    ), mailed AS (
      INSERT INTO "mails" ("key", "memberId", "kind", "createdAt", "nextAttemptAt")
      SELECT concat('member:', "id", ':password:', "sessionEpoch"), "id", 'password-changed', ${now}::timestamptz, ${now}::timestamptz FROM changed
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "id", 'password-changed', 'member', "id" FROM changed`;
  return count > 0 ? done(null) : refuse("changed-meanwhile");
}

/**
 * Sends a link to the e-mail address that the member would like to have. If it belongs to somebody else, that person is told
 * instead, and the member sees the same answer. Refuses without the current password, and the address they already have.
 */
export async function askForNewEmail(
  viewer: Viewer,
  { password, email }: { password: string; email: string },
  caller: string | null,
  now: Date,
): Promise<Result<null, ChangeRefusal | "same">> {
  const known = await checkOwn(viewer, password, caller);
  if (!known.ok) return known;
  if (isSameAddress(email, viewer.email)) return refuse("same");
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + CHANGE_EMAIL_WITHIN_HOURS * 3_600_000);
  await db().$executeRaw`
    WITH holder AS MATERIALIZED (SELECT ${holderOf("", addressForm(email))} AS "id"), linked AS (
      INSERT INTO "one_time_links" ("id", "memberId", "purpose", "newEmail", "tokenHash", "epoch", "createdAt", "expiresAt")
      SELECT ${id}::uuid, m."id", 'change-email', ${email}, ${hashOf(secretOf(id))}, m."sessionEpoch", ${now}::timestamptz,
        CASE WHEN holder."id" IS NULL THEN ${expiresAt}::timestamptz ELSE ${now}::timestamptz END
      FROM "members" m, holder WHERE m."id" = ${viewer.memberId}::uuid
    )
    INSERT INTO "mails" ("key", "memberId", "kind", "data", "toAddress", "createdAt", "nextAttemptAt")
    SELECT ${`link:${id}`}, coalesce("id", ${viewer.memberId}::uuid), CASE WHEN "id" IS NULL THEN 'change-email' ELSE 'account-exists' END,
      CASE WHEN "id" IS NULL THEN jsonb_build_object('linkId', ${id}::text) ELSE '{}' END,
      CASE WHEN "id" IS NULL THEN ${email} END, ${now}::timestamptz, ${now}::timestamptz
    FROM holder`;
  return done(null);
}

/** The address that a link would give its member; null when the link is used or expired, or another change came first. */
export async function findNewEmail(secret: string, now: Date): Promise<string | null> {
  const [link] = await db().$queryRaw<{ newEmail: string }[]>`
    SELECT l."newEmail" FROM "one_time_links" l JOIN "members" m ON m."id" = l."memberId" AND m."sessionEpoch" = l."epoch"
    WHERE l."tokenHash" = ${hashOf(secret)} AND l."purpose" = 'change-email' AND l."usedAt" IS NULL AND l."expiresAt" > ${now}::timestamptz`;
  return link?.newEmail ?? null;
}

/**
 * The member has used the link in their new mailbox. We tell the old address and end all sessions, so that somebody who can
 * still read the old mailbox gains nothing. Returns the member's id. Refuses a link that has expired, and an address that
 * somebody else has by now.
 */
export async function changeEmail(secret: string, now: Date): Promise<Result<{ memberId: string }, "dead-link" | "taken">> {
  try {
    const [row] = await db().$queryRaw<{ wasThere: boolean; memberId: string | null }[]>`
      WITH used AS (
        UPDATE "one_time_links" SET "usedAt" = ${now}::timestamptz
        WHERE "tokenHash" = ${hashOf(secret)} AND "purpose" = 'change-email' AND "usedAt" IS NULL AND "expiresAt" > ${now}::timestamptz
        RETURNING "memberId", "newEmail", "epoch"
      ), before AS MATERIALIZED (
        SELECT m."id", m."email" FROM "members" m JOIN used ON m."id" = used."memberId" AND m."sessionEpoch" = used."epoch"
      ), changed AS (
        UPDATE "members" m SET "email" = used."newEmail", "emailVerifiedAt" = ${now}::timestamptz, "sessionEpoch" = m."sessionEpoch" + 1
        FROM used WHERE m."id" = used."memberId" AND m."sessionEpoch" = used."epoch"
          AND NOT EXISTS (SELECT FROM "members" o WHERE address_form(o."email") = address_form(used."newEmail") AND o."id" <> used."memberId")
        RETURNING m."id", m."sessionEpoch"
      ), mailed AS (
        INSERT INTO "mails" ("key", "memberId", "kind", "toAddress", "createdAt", "nextAttemptAt")
        SELECT concat('member:', c."id", ':email:', c."sessionEpoch"), c."id", 'email-changed', before."email", ${now}::timestamptz, ${now}::timestamptz
        FROM changed c JOIN before ON before."id" = c."id"
      ), audited AS (
        INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
        SELECT ${now}::timestamptz, 'member', "id", 'email-changed', 'member', "id" FROM changed
      )
      SELECT EXISTS (SELECT FROM before) AS "wasThere", (SELECT "id" FROM changed) AS "memberId"`;
    if (!row?.wasThere) return refuse("dead-link");
    return row.memberId === null ? refuse("taken") : done({ memberId: row.memberId });
  } catch (error) {
    if (isTaken(error)) return refuse("taken");
    throw error;
  }
}

/** Checks the member's own password again. Returns its hash, which guards the change that follows. */
export async function checkOwn(
  { memberId }: Viewer,
  password: string,
  caller: string | null,
): Promise<Result<string, ChangeRefusal>> {
  if (!(await isWithinLimits("give-password", memberId, caller))) return refuse("too-often");
  const kept = await db().password.findUnique({ where: { memberId }, select: { hash: true } });
  const isRight = await isRightPassword(password, kept?.hash ?? null);
  if (kept && isRight) return done(kept.hash);
  logRefusal("password", { memberId });
  return refuse("wrong");
}

/** Another member has confirmed the same address at this very moment. */
function isTaken(error: unknown): boolean {
  return sqlStateOf(error) === "23505" && /members_verified_(email|address)/.test(String(error));
}
