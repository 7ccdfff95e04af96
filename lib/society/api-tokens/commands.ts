import { db } from "@/lib/foundation/db/client";
import { hashOf, makeToken } from "@/lib/foundation/random-token";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { type ApiToken, MOST_TOKENS } from "./api-token";
import type { MakeTokenInput } from "./input";
import type { TokenRefusal } from "./wording";

/** Says whose key it is to whoever finds one in a log or a repository, people and scanners alike. */
const PREFIX = "connect_";
/** Often enough to see whether a token is still in use, and seldom enough not to cost every request a write. */
const NOTED_EVERY_MS = 5 * 60_000;
const DAY_MS = 24 * 3600_000;
/** Two presses of a button are seconds apart, on a bad line a few minutes. */
const SAME_FORM_MS = 10 * 60_000;

/**
 * Makes a token and gives back its key, which is not kept: nobody can show it again. The same form sent again, by a second press of the
 * button, changes the key of the token that the first has made, since only the last answer is seen.
 */
export async function make(viewer: Viewer, input: MakeTokenInput, now: Date): Promise<Result<string, TokenRefusal>> {
  if (viewer.staff !== "admin") return refuse("admin-only");
  const { tokenId, name, scopes, days } = input;
  const secret = `${PREFIX}${makeToken()}`;
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  const [found] = await db().$queryRaw<{ made: bigint; isThere: boolean }[]>`
    WITH made AS (
      INSERT INTO "api_tokens" AS t ("id", "name", "tokenHash", "scopes", "createdAt", "createdById", "expiresAt")
      SELECT ${tokenId}::uuid, ${name}, ${hashOf(secret)}, ${[...new Set(scopes)].sort()}::text[], ${now}::timestamptz,
        ${viewer.memberId}::uuid, ${expiresAt}::timestamptz
      WHERE ${MOST_TOKENS} > (SELECT count(*) FROM "api_tokens"
        WHERE "revokedAt" IS NULL AND "expiresAt" > ${now}::timestamptz AND "id" <> ${tokenId}::uuid)
      ON CONFLICT ("id") DO UPDATE SET "tokenHash" = excluded."tokenHash"
      WHERE t."createdById" = excluded."createdById" AND t."name" = excluded."name" AND t."scopes" = excluded."scopes"
        AND t."revokedAt" IS NULL AND t."lastUsedAt" IS NULL AND t."createdAt" > ${new Date(now.getTime() - SAME_FORM_MS)}::timestamptz
      RETURNING t."id", t."name", t."scopes"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'api-token-made', 'api-token', "id",
        jsonb_build_object('name', "name", 'reads', array_to_string("scopes", ', '), 'days', ${days}::integer) FROM made
    )
    SELECT (SELECT count(*) FROM made) AS "made",
      EXISTS (SELECT FROM "api_tokens" WHERE "id" = ${tokenId}::uuid) AS "isThere"`;
  if (found?.made) return done(secret);
  return refuse(found?.isThere ? "already-there" : "too-many");
}

/** Ends a token at once. Doing it again changes nothing. */
export async function revoke(viewer: Viewer, tokenId: string, now: Date): Promise<Result<null, TokenRefusal>> {
  if (viewer.staff !== "admin") return refuse("admin-only");
  await db().$executeRaw`
    WITH revoked AS (
      UPDATE "api_tokens" SET "revokedAt" = ${now}::timestamptz WHERE "id" = ${tokenId}::uuid AND "revokedAt" IS NULL
      RETURNING "id", "name"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'api-token-revoked', 'api-token', "id",
      jsonb_build_object('name', "name") FROM revoked`;
  return done(null);
}

/** Keeps when a token was last used, to a few minutes. */
export async function noteUse({ id, lastUsedAt }: ApiToken, now: Date): Promise<void> {
  const before = new Date(now.getTime() - NOTED_EVERY_MS);
  if (lastUsedAt && lastUsedAt > before) return;
  await db().$executeRaw`
    UPDATE "api_tokens" SET "lastUsedAt" = ${now}::timestamptz
    WHERE "id" = ${id}::uuid AND ("lastUsedAt" IS NULL OR "lastUsedAt" <= ${before}::timestamptz)`;
}
