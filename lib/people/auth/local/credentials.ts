import { db, Prisma } from "@/lib/foundation/db/client";
import { identifierForm } from "@/lib/foundation/identifier";
import { logRefusal } from "@/lib/foundation/log";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { hashPassword, isOutdated, isRightPassword } from "./hashing";
import type { KnownBrowser } from "./known-browser";
import { forgive, isHolderWithinLimits, isWithinLimits, markOf } from "./limits";

export type LogInRefusal = "too-often" | "wrong" | "lapsed" | "suspended" | "waiting";

/** Whose password was right, under which epoch, and whether that is enough. */
export interface LoggedIn {
  memberId: string;
  epoch: number;
  hasSecondStep: boolean;
}

/**
 * Account Login. `identifier` is an e-mail address or a membership number. Returns the member; who has a second step is not in before they
 * have taken it (second-step/taking.ts). Members who deleted their
 * account get as far as the question whether to come back. Known and unknown accounts cost the same work, and only somebody
 * who gives the right password learns anything else. Guesses by number and by address count together. After too many of them
 * even the right password is "wrong": to say "too often" would reveal that both belong to one account. A browser in which this member has
 * signed in before is counted by itself, so that strangers who guess cannot keep the member out of it.
 */
export async function logIn(
  { identifier, password }: { identifier: string; password: string },
  caller: string | null,
  now: Date,
  known: KnownBrowser | null = null,
): Promise<Result<LoggedIn, LogInRefusal>> {
  const typed = identifierForm(identifier);
  const own = known && (await findAccount(typed))?.id === known.memberId ? `browser ${known.browser}` : null;
  if (!(await isWithinLimits("sign-in", own ?? typed, caller))) return refuse("too-often");
  const account = await findAccount(typed);
  const isWithin = own !== null || (await isHolderWithinLimits("sign-in", account?.id ?? typed));
  const isRight = await isRightPassword(password, account?.hash ?? null);
  if (!account?.hash || !isRight || !isWithin) return refuseLogIn("wrong", typed);
  await forgive("sign-in", own ?? typed, account.id);
  if (isOutdated(account.hash)) await renewHash(account.id, account.hash, password);
  const { id, status, standing, epoch, hasSecondStep } = account;
  const mayEnter = standing === "current" && status === "active";
  await recordLogIn(id, standing, mayEnter && !hasSecondStep, now);
  if (standing === "lapsed") return refuseLogIn("lapsed", typed);
  if (status === "suspended" || status === "waiting") return refuseLogIn(status, typed);
  return done({ memberId: id, epoch, hasSecondStep });
}

function refuseLogIn(reason: LogInRefusal, typed: string): Result<never, LogInRefusal> {
  logRefusal("sign-in", { way: "local", reason, mark: markOf(typed) });
  return refuse(reason);
}

interface Account {
  id: string;
  status: "active" | "waiting" | "suspended" | "deleted";
  /** The standing that the register gives them now, if they are on it. */
  standing: "current" | "lapsed";
  hash: string | null;
  epoch: number;
  hasSecondStep: boolean;
}

/** The account of this number or e-mail address, in the form of lib/foundation/identifier.ts. */
async function findAccount(identifier: string): Promise<Account | null> {
  const [account] = await db().$queryRaw<Account[]>`
    SELECT m."id", m."status", coalesce(e."standing", m."standing") AS "standing", p."hash", m."sessionEpoch" AS "epoch",
      EXISTS (SELECT FROM "passkeys" k WHERE k."memberId" = m."id")
        OR EXISTS (SELECT FROM "code_apps" a WHERE a."memberId" = m."id" AND a."confirmedAt" IS NOT NULL) AS "hasSecondStep"
    FROM "members" m LEFT JOIN "passwords" p ON p."memberId" = m."id"
    LEFT JOIN "register_entries" e ON e."number" = m."number"
    WHERE m."id" = ${holderOf(identifier, identifier)}`;
  return account ?? null;
}

/**
 * The id of the member with this number or e-mail address, as SQL; both normalised by lib/foundation/identifier.ts. A number
 * wins over an address, and a confirmed address over one that is not.
 */
export function holderOf(number: string, email: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT "id" FROM "members" WHERE "number" = ${number} OR address_form("email") = ${email}
    ORDER BY "number" = ${number} DESC, "emailVerifiedAt" IS NULL, "createdAt" DESC LIMIT 1)`;
}

/** Hashes the same password at today's cost, unless it was changed at this very moment. */
async function renewHash(memberId: string, kept: string, password: string): Promise<void> {
  await db().password.updateMany({ where: { memberId, hash: kept }, data: { hash: await hashPassword(password) } });
}

/**
 * The second step was taken as well: they have signed in. False when the account cannot be entered any more, or its sessions have been
 * ended since the password was given.
 */
export async function recordEntry(id: string, epoch: number, now: Date): Promise<boolean> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH seen AS (
      UPDATE "members" SET "lastSignedInAt" = CASE WHEN "status" = 'active' THEN ${now}::timestamptz ELSE "lastSignedInAt" END
      WHERE "id" = ${id}::uuid AND "sessionEpoch" = ${epoch} AND "status" IN ('active', 'deleted') AND "standing" = 'current'
      RETURNING "id", "status"
    ), noted AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
      SELECT ${now}::timestamptz, 'member', "id", 'signed-in', 'member', "id" FROM seen WHERE "status" = 'active'
    )
    SELECT "id" FROM seen`;
  return rows.length > 0;
}

async function recordLogIn(id: string, standing: string, mayEnter: boolean, now: Date): Promise<void> {
  await db().$executeRaw`
    WITH seen AS (
      UPDATE "members" SET "standing" = ${standing}, "lastSignedInAt" = CASE WHEN ${mayEnter} THEN ${now}::timestamptz ELSE "lastSignedInAt" END
      WHERE "id" = ${id}::uuid RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "id", 'signed-in', 'member', "id" FROM seen WHERE ${mayEnter}`;
}
