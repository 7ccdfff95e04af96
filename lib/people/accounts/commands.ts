import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Departed, Viewer } from "@/lib/foundation/viewer";
import type { ReturnRefusal, Roles, RolesChange, RolesRefusal } from "./account";
import { decideRoles } from "./decide";
import { countMatters, findErasure } from "./queries";

/**
 * Takes on or gives up roles, with its line in the audit trail. Refuses to give up a role that has open proposals or active
 * relationships, and the last role of a member who is not staff. If a proposal arrives in that role at the same moment, the
 * member keeps the role.
 */
export async function saveRoles(viewer: Viewer, wanted: Roles, now: Date): Promise<Result<RolesChange, RolesRefusal>> {
  const held = { mentor: viewer.isMentor, mentee: viewer.isMentee };
  const decide = async () => decideRoles(held, wanted, await countMatters(viewer.memberId, now), viewer.staff !== "none");
  const decided = await decide();
  if (!decided.ok) return decided;
  const { added, removed } = decided.value;
  if (added.length + removed.length === 0) return decided;
  if (!(await replaceRoles(viewer.memberId, held, wanted, now))) return refuse("changed-meanwhile");
  // A proposal checks the roles after it is saved, and we check for proposals after the roles are saved, so one of the two
  // always notices the other.
  const again = removed.length > 0 ? await decide() : decided;
  if (!again.ok) await replaceRoles(viewer.memberId, wanted, held, now);
  return again.ok ? done(decided.value) : again;
}

/** One statement, guarded by the roles that the member holds. False when they have changed meanwhile. */
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

/** Ends every session of the member, including the one that asks, and every one-time link of theirs. */
export async function endSessions({ memberId }: Viewer, now: Date): Promise<void> {
  await db().$executeRaw`
    WITH ended AS (
      UPDATE "members" SET "sessionEpoch" = "sessionEpoch" + 1 WHERE "id" = ${memberId}::uuid AND "status" = 'active' RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "id", 'logged-out-everywhere', 'member', "id" FROM ended`;
}

/**
 * Brings back an account that its member deleted, in these roles. Profiles are as they were; relationships that have ended
 * stay ended. Coming back twice changes nothing the second time. Too late once the account is due to be erased.
 */
export async function comeBack(departed: Departed, roles: Roles, now: Date): Promise<Result<null, ReturnRefusal>> {
  if (!roles.mentor && !roles.mentee && departed.staff === "none") return refuse("none-left");
  const count = await db().$executeRaw`
    WITH back AS (
      UPDATE "members" SET "status" = 'active', "deletedAt" = NULL, "eraseDueAt" = NULL, "isMentor" = ${roles.mentor}, "isMentee" = ${roles.mentee}, "lastSignedInAt" = ${now}::timestamptz
      WHERE "id" = ${departed.memberId}::uuid AND "status" = 'deleted' AND "erasedAt" IS NULL
        AND ("eraseDueAt" IS NULL OR "eraseDueAt" > ${now}::timestamptz)
      RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'member', "id", 'came-back', 'member', "id",
      jsonb_build_object('mentor', ${roles.mentor}::boolean, 'mentee', ${roles.mentee}::boolean)
    FROM back`;
  return count > 0 || !(await findErasure(departed)) ? done(null) : refuse("too-late");
}
