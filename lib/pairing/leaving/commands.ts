import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import { endPlaces } from "@/lib/pairing/queue/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import type { ErasureWish, LeavingRefusal } from "@/lib/people/accounts/account";
import { erasureDueAt } from "@/lib/people/accounts/deadlines";
import { otherAdmins } from "@/lib/people/accounts/queries";
import { type Eraser, eraseData, type Farewell } from "@/lib/people/privacy/commands";
import type { ErasureRefusal } from "@/lib/people/privacy/wording";
import { getSettings } from "@/lib/society/settings/queries";
import { LEAVING_NOTICES, type LeavingNotice } from "./notices";

/**
 * The member leaves: from this moment every session is over and nobody can find them; then each open proposal is withdrawn
 * and each active relationship ends, and whoever is concerned is told. They get a mail that says so. Doing it again does
 * what is left to do; what an interruption leaves is done at night. Refuses the last administrator, without whom nobody
 * could change settings or staff any more.
 */
export async function deleteAccount({ memberId }: Viewer, now: Date): Promise<Result<null, LeavingRefusal>> {
  return leave(memberId, null, now);
}

/**
 * A member, or somebody who deleted their account, wants all their personal data erased, and has typed their membership number.
 * `later`: the account is deleted as above, and the nightly job erases it once the time for coming back is over. `now`: it is
 * erased before this returns. Refuses another number, and the last administrator.
 */
export async function eraseMyself(
  memberId: string,
  { number, wish }: { number: string; wish: ErasureWish },
  now: Date,
): Promise<Result<null, LeavingRefusal | "wrong-number">> {
  const where = { id: memberId, status: { in: ["active", "deleted"] }, erasedAt: null };
  const member = await db().member.findFirst({ where, select: { number: true, email: true } });
  if (!member || member.number !== number) return refuse("wrong-number");
  if (wish === "now") return removeAndErase(memberId, member.email, { actor: "member", id: memberId }, "account-erased", now);
  return leave(memberId, erasureDueAt(now, (await getSettings()).society.timeZone), now);
}

/** An account that was deleted before stays as it is, but for the day on which it is erased. */
async function leave(memberId: string, eraseDueAt: Date | null, now: Date): Promise<Result<null, LeavingRefusal>> {
  const kind: LeavingNotice = eraseDueAt ? "erasure-asked" : "account-deleted";
  const gone = await db().$executeRaw`
    WITH admins AS MATERIALIZED (${otherAdmins(memberId)}), before AS MATERIALIZED (
      SELECT "id", "status" FROM "members" WHERE "id" = ${memberId}::uuid
    ), gone AS MATERIALIZED (
      UPDATE "members" m SET "status" = 'deleted', "sessionEpoch" = m."sessionEpoch" + 1, "eraseDueAt" = ${eraseDueAt}::timestamptz,
        "deletedAt" = coalesce(m."deletedAt", ${now}::timestamptz)
      FROM before b WHERE m."id" = b."id" AND m."erasedAt" IS NULL
        AND (m."status" = 'active' OR (m."status" = 'deleted' AND m."eraseDueAt" IS NULL AND ${eraseDueAt}::timestamptz IS NOT NULL))
        AND (m."status" = 'deleted' OR m."staff" <> 'admin' OR (SELECT "others" FROM admins) > 0)
      RETURNING m."id", b."status" = 'active' AS "wasHere", concat('member:', m."id", ':deleted:', m."sessionEpoch") AS "key"
    ), notified AS (
      INSERT INTO "notifications" ("key", "memberId", "kind", "createdAt", "readAt")
      SELECT "key", "id", ${kind}, ${now}::timestamptz, ${now}::timestamptz FROM gone
    ), told AS MATERIALIZED (
      SELECT "key", "id" AS "to", NULL AS "role", ${kind}::text AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        ${JSON.stringify(eraseDueAt ? { eraseAt: eraseDueAt.toISOString() } : {})}::jsonb AS "data", ${now}::timestamptz AS "at" FROM gone
    ), ${mailed(LEAVING_NOTICES)}
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', g."id", f."fact", 'member', g."id"
    FROM gone g CROSS JOIN (VALUES ('account-deleted'), ('erasure-asked')) AS f("fact")
    WHERE CASE f."fact" WHEN 'account-deleted' THEN g."wasHere" ELSE ${eraseDueAt}::timestamptz IS NOT NULL END`;
  if (gone === 0 && (await isAdminHere(memberId))) return refuse("last-admin");
  await closeEverything(memberId, now);
  return done(null);
}

/**
 * Takes a member's account away before it is erased, whatever it was: no session counts any more, nothing is open. Those
 * concerned are told; the member is not, here. Refuses the last administrator.
 */
export async function removeAccount(memberId: string, now: Date): Promise<Result<null, LeavingRefusal>> {
  const removed = await db().$executeRaw`
    WITH admins AS MATERIALIZED (${otherAdmins(memberId)})
    UPDATE "members" SET "status" = 'deleted', "sessionEpoch" = "sessionEpoch" + 1, "deletedAt" = coalesce("deletedAt", ${now}::timestamptz)
    WHERE "id" = ${memberId}::uuid AND ("staff" <> 'admin' OR "status" <> 'active' OR (SELECT "others" FROM admins) > 0)`;
  if (removed === 0) return refuse("last-admin");
  await closeEverything(memberId, now);
  return done(null);
}

async function closeEverything(memberId: string, now: Date): Promise<void> {
  await proposals.closeAll(memberId, now);
  await relationships.closeAll(memberId, now);
  await endPlaces(memberId, await getSettings(), now);
  await questions.closeAll(memberId, now);
}

async function isAdminHere(memberId: string): Promise<boolean> {
  return (await db().member.count({ where: { id: memberId, status: "active", staff: "admin" } })) > 0;
}

/**
 * Erases a member for good, by staff: first everything that deleting an account does, partners told; then, in one statement,
 * every personal datum in every table as the inventory says, with one line in the audit trail and a last mail to them.
 * Their row stays, empty, because other rows refer to it; signing in again makes a new account. Irreversible. Stopped half-way
 * it is done by doing it again; twice is once. Refuses those who are not staff, and the last administrator.
 */
export async function erase(memberId: string, actor: Viewer, now: Date): Promise<Result<null, ErasureRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const member = await db().member.findUnique({ where: { id: memberId }, select: { staff: true, email: true } });
  if (!member) return refuse("not-found");
  if (member.staff !== "none" && actor.staff !== "admin") return refuse("admin-only");
  return removeAndErase(memberId, member.email, { actor: "staff", id: actor.memberId }, "account-erased", now);
}

/** For the nightly job: erases an account whose time has come. Nothing happens if its member has come back, or it is erased. */
export async function eraseDue(memberId: string, now: Date): Promise<void> {
  const where = { id: memberId, status: "deleted", erasedAt: null };
  const member = await db().member.findFirst({ where, select: { email: true } });
  if (member) await removeAndErase(memberId, member.email, { actor: "clock", id: null }, "account-erased", now);
}

/** Announced in one night; more would fill the nights of two weeks later, which erase no more than this. */
const MOST_ANNOUNCED = 500;

/**
 * For the nightly job of a society that keeps deleted accounts for a limited time: accounts deleted before then are erased once
 * the time for coming back is over, and their members are told. Returns how many.
 */
export async function announceErasures(before: Date, now: Date): Promise<number> {
  const eraseDueAt = erasureDueAt(now, (await getSettings()).society.timeZone);
  return db().$executeRaw`
    WITH due AS MATERIALIZED (
      UPDATE "members" SET "eraseDueAt" = ${eraseDueAt}::timestamptz
      WHERE "status" = 'deleted' AND "erasedAt" IS NULL AND "eraseDueAt" IS NULL AND "id" IN (
        SELECT "id" FROM "members"
        WHERE "status" = 'deleted' AND "erasedAt" IS NULL AND "deletedAt" < ${before}::timestamptz AND "eraseDueAt" IS NULL
        ORDER BY "deletedAt", "id" LIMIT ${MOST_ANNOUNCED})
      RETURNING "id"
    ), told AS MATERIALIZED (
      SELECT concat('member:', "id", ':to-be-erased:', ${eraseDueAt.toISOString()}::text) AS "key", "id" AS "to", NULL AS "role",
        'erasure-due' AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        ${JSON.stringify({ eraseAt: eraseDueAt.toISOString() })}::jsonb AS "data", ${now}::timestamptz AS "at" FROM due
    ), ${NOTIFIED}, ${mailed(LEAVING_NOTICES)}
    INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'clock', 'erasure-announced', 'member', "id" FROM due`;
}

/** Accounts that were deleted before we kept the day count from this night on. Returns how many. */
export async function dateDeletions(now: Date): Promise<number> {
  return db().$executeRaw`
    UPDATE "members" SET "deletedAt" = ${now}::timestamptz WHERE "id" IN (
      SELECT "id" FROM "members" WHERE "status" = 'deleted' AND "erasedAt" IS NULL AND "deletedAt" IS NULL LIMIT 10000)`;
}

/** Erases an account that staff have just refused, whatever is left of it; the last mail says that instead. Twice is once. */
export async function eraseRefused(memberId: string, actor: Viewer, now: Date): Promise<Result<null, ErasureRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const member = await db().member.findUnique({ where: { id: memberId }, select: { email: true } });
  if (!member) return refuse("not-found");
  return removeAndErase(memberId, member.email, { actor: "staff", id: actor.memberId }, "account-refused", now);
}

async function removeAndErase(
  memberId: string,
  email: string,
  by: Eraser,
  farewell: FarewellKind,
  now: Date,
): Promise<Result<null, "last-admin">> {
  const removed = await removeAccount(memberId, now);
  if (!removed.ok) return removed;
  await eraseData(memberId, by, await writeFarewell(farewell, email, now), now);
  return done(null);
}

type FarewellKind = Extract<LeavingNotice, "account-erased" | "account-refused">;

/** Written now, while there is an address; without their name, since it stays. */
async function writeFarewell(kind: FarewellKind, email: string, now: Date): Promise<Farewell> {
  const { renderMail } = await import("@/lib/notify/letters/render");
  const recipient = { name: "", email, timeZone: null };
  const nothing = { role: null, data: {}, partner: null, proposal: null, suggestions: [], items: [], unsubscribe: null };
  const setting = { settings: await getSettings(), appUrl: env().APP_URL, now, notices: LEAVING_NOTICES };
  return renderMail({ kind, recipient, ...nothing }, setting);
}
