import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed } from "@/lib/notify/notices/telling";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import { endPlaces } from "@/lib/pairing/queue/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import type { LeavingRefusal } from "@/lib/people/accounts/account";
import { otherAdmins } from "@/lib/people/accounts/queries";
import { eraseData, type Farewell } from "@/lib/people/privacy/commands";
import type { ErasureRefusal } from "@/lib/people/privacy/wording";
import { getSettings } from "@/lib/society/settings/queries";
import { LEAVING_NOTICES, type LeavingNotice } from "./notices";

/**
 * The member leaves: from this moment every session is over and nobody can find them; then each open proposal is withdrawn
 * and each active relationship ends, and whoever is concerned is told. They get a mail that says so. Doing it again does
 * what is left to do; what an interruption leaves is done at night. Refuses the last administrator, without whom nobody
 * could change settings or staff any more.
 */
export async function deleteAccount({ memberId, staff }: Viewer, now: Date): Promise<Result<null, LeavingRefusal>> {
  const gone = await db().$executeRaw`
    WITH admins AS MATERIALIZED (${otherAdmins(memberId)}), gone AS MATERIALIZED (
      UPDATE "members" SET "status" = 'deleted', "sessionEpoch" = "sessionEpoch" + 1
      WHERE "id" = ${memberId}::uuid AND "status" = 'active' AND ("staff" <> 'admin' OR (SELECT "others" FROM admins) > 0)
      RETURNING "id", concat('member:', "id", ':deleted:', "sessionEpoch") AS "key"
    ), notified AS (
      INSERT INTO "notifications" ("key", "memberId", "kind", "createdAt", "readAt")
      SELECT "key", "id", 'account-deleted', ${now}::timestamptz, ${now}::timestamptz FROM gone
    ), told AS MATERIALIZED (
      SELECT "key", "id" AS "to", NULL AS "role", 'account-deleted' AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        '{}'::jsonb AS "data", ${now}::timestamptz AS "at" FROM gone
    ), ${mailed(LEAVING_NOTICES)}
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "id", 'account-deleted', 'member', "id" FROM gone`;
  if (gone === 0 && staff === "admin" && (await isActive(memberId))) return refuse("last-admin");
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
    UPDATE "members" SET "status" = 'deleted', "sessionEpoch" = "sessionEpoch" + 1
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

async function isActive(memberId: string): Promise<boolean> {
  return (await db().member.count({ where: { id: memberId, status: "active" } })) > 0;
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
  return removeAndErase(memberId, member.email, actor, "account-erased", now);
}

/** Erases an account that staff have just refused, whatever is left of it; the last mail says that instead. Twice is once. */
export async function eraseRefused(memberId: string, actor: Viewer, now: Date): Promise<Result<null, ErasureRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const member = await db().member.findUnique({ where: { id: memberId }, select: { email: true } });
  return member ? removeAndErase(memberId, member.email, actor, "account-refused", now) : refuse("not-found");
}

async function removeAndErase(
  memberId: string,
  email: string,
  actor: Viewer,
  farewell: FarewellKind,
  now: Date,
): Promise<Result<null, "last-admin">> {
  const removed = await removeAccount(memberId, now);
  if (!removed.ok) return removed;
  await eraseData(memberId, actor.memberId, await writeFarewell(farewell, email, now), now);
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
