import { randomUUID } from "node:crypto";
import { readRealClock } from "@/lib/foundation/clock";
import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { forgive, isWithinLimits } from "../local/limits";
import { makeAppSecret, stepOfCode } from "./app-codes";
import { readChallenge, readMade } from "./passkeys";
import { openSecret } from "./queries";
import { makeRecoveryCodes } from "./recovery-codes";
import { MOST_PASSKEYS, type StepRefusal } from "./second-step";
import { spend } from "./taking";

// What a member does to their own second step. The doors ask for the password, or a second step, before any of it.

/** Begins to set up an authenticator app; it counts once its first code was right. Refuses while there is one that counts. */
export async function startApp({ memberId }: Viewer, now: Date): Promise<Result<null, "has-app">> {
  const secret = seal("code_apps.secret", memberId, makeAppSecret());
  const count = await db().$executeRaw`
    INSERT INTO "code_apps" AS a ("memberId", "secret", "createdAt") VALUES (${memberId}::uuid, ${secret}, ${now}::timestamptz)
    ON CONFLICT ("memberId") DO UPDATE SET "secret" = excluded."secret", "createdAt" = excluded."createdAt" WHERE a."confirmedAt" IS NULL`;
  return count > 0 ? done(null) : refuse("has-app");
}

/** The first code of the app that is being set up. Refuses a wrong one, and when none is being set up. */
export async function confirmApp(
  { memberId }: Viewer,
  code: string,
  caller: string | null,
  now: Date,
): Promise<Result<null, StepRefusal | "not-begun">> {
  if (!(await isWithinLimits("second-step", memberId, caller))) return refuse("too-often");
  const app = await db().codeApp.findUnique({ where: { memberId }, select: { secret: true, confirmedAt: true } });
  const secret = app && app.confirmedAt === null ? openSecret(memberId, app.secret) : null;
  if (!app || secret === null) return refuse("not-begun");
  const step = stepOfCode(secret, code, 0n, readRealClock());
  if (step === null) return refuse("wrong");
  await forgive("second-step", memberId, memberId);
  const count = await db().$executeRaw`
    WITH changed AS (
      UPDATE "code_apps" SET "confirmedAt" = ${now}::timestamptz, "lastStep" = ${step}
      WHERE "memberId" = ${memberId}::uuid AND "secret" = ${app.secret} AND "confirmedAt" IS NULL RETURNING "memberId"
    ), ${told("added", now)}`;
  return count > 0 ? done(null) : refuse("not-begun");
}

/** A passkey that the member's browser has just made. Refuses an answer that proves nothing, and more than anybody has devices. */
export async function addPasskey(
  { memberId }: Viewer,
  { name, answer, challenge: sealed }: { name: string; answer: string; challenge: string },
  now: Date,
): Promise<Result<null, "wrong" | "too-many">> {
  const challenge = await readChallenge(sealed, memberId, "add");
  if (!challenge || !(await spend(challenge.id))) return refuse("wrong");
  const made = await readMade(challenge, answer);
  if (!made) return refuse("wrong");
  const { id, publicKey, counter, transports = [] } = made;
  const count = await db().$executeRaw`
    WITH holder AS MATERIALIZED (SELECT "id" FROM "members" WHERE "id" = ${memberId}::uuid FOR NO KEY UPDATE), changed AS (
      INSERT INTO "passkeys" ("id", "memberId", "credentialId", "publicKey", "counter", "transports", "name", "createdAt")
      SELECT ${randomUUID()}::uuid, "id", ${id}, ${Buffer.from(publicKey).toString("base64url")}, ${counter}, ${transports}::text[], ${name}, ${now}::timestamptz
      FROM holder WHERE (SELECT count(*) FROM "passkeys" WHERE "memberId" = ${memberId}::uuid) < ${MOST_PASSKEYS}
      ON CONFLICT ("credentialId") DO NOTHING RETURNING "memberId"
    ), ${told("added", now)}`;
  return count > 0 ? done(null) : refuse("too-many");
}

export async function renamePasskey({ memberId }: Viewer, id: string, name: string): Promise<Result<null, "not-found">> {
  const { count } = await db().passkey.updateMany({ where: { id, memberId }, data: { name } });
  return count > 0 ? done(null) : refuse("not-found");
}

/** With the last passkey or app, the recovery codes go as well. */
export async function removePasskey({ memberId }: Viewer, id: string, now: Date): Promise<Result<null, "not-found">> {
  const count = await db().$executeRaw`
    WITH changed AS (
      DELETE FROM "passkeys" WHERE "id" = ${id}::uuid AND "memberId" = ${memberId}::uuid RETURNING "memberId"
    ), ways AS (
      DELETE FROM "recovery_codes" r USING changed WHERE r."memberId" = changed."memberId"
        AND NOT EXISTS (SELECT FROM "passkeys" p WHERE p."memberId" = r."memberId" AND p."id" <> ${id}::uuid)
        AND NOT EXISTS (SELECT FROM "code_apps" a WHERE a."memberId" = r."memberId" AND a."confirmedAt" IS NOT NULL)
    ), ${told("removed", now)}`;
  return count > 0 ? done(null) : refuse("not-found");
}

export async function removeApp({ memberId }: Viewer, now: Date): Promise<Result<null, "not-found">> {
  const count = await db().$executeRaw`
    WITH changed AS (
      DELETE FROM "code_apps" WHERE "memberId" = ${memberId}::uuid AND "confirmedAt" IS NOT NULL RETURNING "memberId"
    ), ways AS (
      DELETE FROM "recovery_codes" r USING changed WHERE r."memberId" = changed."memberId"
        AND NOT EXISTS (SELECT FROM "passkeys" p WHERE p."memberId" = r."memberId")
    ), ${told("removed", now)}`;
  return count > 0 ? done(null) : refuse("not-found");
}

/** Ten new recovery codes, which only this answer ever tells; those from before stop working. Refuses somebody without a second step. */
export async function renewRecoveryCodes({ memberId }: Viewer, now: Date): Promise<Result<string[], "no-second-step">> {
  const { codes, hashes } = await makeRecoveryCodes();
  const count = await db().$executeRaw`
    WITH changed AS MATERIALIZED (
      SELECT m."id" AS "memberId" FROM "members" m WHERE m."id" = ${memberId}::uuid
        AND (EXISTS (SELECT FROM "passkeys" p WHERE p."memberId" = m."id")
          OR EXISTS (SELECT FROM "code_apps" a WHERE a."memberId" = m."id" AND a."confirmedAt" IS NOT NULL))
      FOR NO KEY UPDATE
    ), gone AS (
      DELETE FROM "recovery_codes" r USING changed WHERE r."memberId" = changed."memberId"
    ), made AS (
      INSERT INTO "recovery_codes" ("memberId", "hash", "createdAt")
      SELECT "memberId", unnest(${hashes}::text[]), ${now}::timestamptz FROM changed
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "memberId", 'recovery-codes-made', 'member', "memberId" FROM changed`;
  return count > 0 ? done(codes) : refuse("no-second-step");
}

/** The mail and the line in the audit trail about what `changed` says has changed. */
function told(what: "added" | "removed", now: Date): Prisma.Sql {
  const kind = { added: "second-step-added", removed: "second-step-removed" }[what];
  return Prisma.sql`mailed AS (
      INSERT INTO "mails" ("key", "memberId", "kind", "createdAt", "nextAttemptAt")
      SELECT concat('member:', "memberId", ':', ${kind}::text, ':', ${randomUUID()}::text), "memberId", ${kind}, ${now}::timestamptz,
        ${now}::timestamptz FROM changed
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "memberId", ${kind}, 'member', "memberId" FROM changed`;
}
