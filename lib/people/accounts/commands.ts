import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Departed, Viewer } from "@/lib/foundation/viewer";
import { MAILED } from "@/lib/notify/notices/telling";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import type { LeavingRefusal, Roles, RolesChange, RolesRefusal } from "./account";
import { decideRoles } from "./decide";
import { countMatters, otherAdmins } from "./queries";

/**
 * Takes on or gives up roles, with its line in the audit trail. Refuses to give up a role with something under way, and
 * the last role of a member who is not staff. What reaches the role at the same moment counts too: then it is given back.
 */
export async function saveRoles(viewer: Viewer, wanted: Roles, now: Date): Promise<Result<RolesChange, RolesRefusal>> {
  const held = { mentor: viewer.isMentor, mentee: viewer.isMentee };
  const decide = async () => decideRoles(held, wanted, await countMatters(viewer.memberId, now), viewer.staff !== "none");
  const decided = await decide();
  if (!decided.ok) return decided;
  const { added, removed } = decided.value;
  if (added.length + removed.length === 0) return decided;
  if (!(await replaceRoles(viewer.memberId, held, wanted, now))) return refuse("changed-meanwhile");
  // A proposal on its way looks at the roles after it is saved, as we look for proposals now: one of the two sees the other.
  const again = removed.length > 0 ? await decide() : decided;
  if (!again.ok) await replaceRoles(viewer.memberId, wanted, held, now);
  return again.ok ? done(decided.value) : again;
}

/** One statement, guarded by what is held. False when that is not so any more. */
async function replaceRoles(memberId: string, from: Roles, to: Roles, now: Date): Promise<boolean> {
  const count = await db().$executeRaw`
    WITH saved AS (
      UPDATE "members" SET "isMentor" = ${to.mentor}, "isMentee" = ${to.mentee}
      WHERE "id" = ${memberId}::uuid AND "status" = 'active' AND "isMentor" = ${from.mentor} AND "isMentee" = ${from.mentee}
      RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'member', "id", 'roles-saved', 'member', "id",
      jsonb_build_object('mentor', ${to.mentor}::boolean, 'mentee', ${to.mentee}::boolean)
    FROM saved`;
  return count > 0;
}

/** From this moment every session of the member is over, also the one that asks, and so is every one-time link of theirs. */
export async function endSessions({ memberId }: Viewer, now: Date): Promise<void> {
  await db().$executeRaw`
    WITH ended AS (
      UPDATE "members" SET "sessionEpoch" = "sessionEpoch" + 1 WHERE "id" = ${memberId}::uuid AND "status" = 'active' RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "id", 'logged-out-everywhere', 'member', "id" FROM ended`;
}

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
    ), ${MAILED}
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
}

async function isActive(memberId: string): Promise<boolean> {
  return (await db().member.count({ where: { id: memberId, status: "active" } })) > 0;
}

/**
 * Somebody who deleted their account takes it up again, in these roles. Profiles are as they were; what was ended stays
 * ended. Coming back twice is coming back once.
 */
export async function comeBack(departed: Departed, roles: Roles, now: Date): Promise<Result<null, "none-left">> {
  if (!roles.mentor && !roles.mentee && departed.staff === "none") return refuse("none-left");
  await db().$executeRaw`
    WITH back AS (
      UPDATE "members" SET "status" = 'active', "isMentor" = ${roles.mentor}, "isMentee" = ${roles.mentee}, "lastSignedInAt" = ${now}::timestamptz
      WHERE "id" = ${departed.memberId}::uuid AND "status" = 'deleted' AND "erasedAt" IS NULL
      RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'member', "id", 'came-back', 'member', "id",
      jsonb_build_object('mentor', ${roles.mentor}::boolean, 'mentee', ${roles.mentee}::boolean)
    FROM back`;
  return done(null);
}
