import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { AVAILABILITY_NOTICES, type AvailabilityNotice } from "./notices";

/** A mail's link names the member, who need not be signed in: so there is no viewer. */
type Member = Pick<Viewer, "memberId">;

/**
 * Nobody new can find the mentor from now on: until then, or until they say otherwise (null). Proposals that have arrived
 * and relationships stay as they are. Saying it again changes the day.
 */
export async function makeUnavailable(viewer: Member, until: Date | null, now: Date): Promise<Result<null, "no-profile">> {
  return setAvailability(viewer, false, until, now);
}

/** The mentor can be found again, at once. */
export async function makeAvailable(viewer: Member, now: Date): Promise<Result<null, "no-profile">> {
  return setAvailability(viewer, true, null, now);
}

/** One statement, with its line in the audit trail when anything has changed. */
async function setAvailability(
  { memberId }: Member,
  isAvailable: boolean,
  until: Date | null,
  now: Date,
): Promise<Result<null, "no-profile">> {
  const fact = isAvailable ? "made-available" : "made-unavailable";
  const [found] = await db().$queryRaw<{ hasProfile: boolean }[]>`
    WITH changed AS (
      UPDATE "mentor_profiles" p SET "isAvailable" = ${isAvailable}, "availableAgainAt" = ${until}::timestamptz
      FROM "members" m WHERE m."id" = ${memberId}::uuid AND m."id" = p."memberId" AND m."isMentor" AND m."status" = 'active'
        AND (p."isAvailable", p."availableAgainAt") IS DISTINCT FROM (${isAvailable}, ${until}::timestamptz)
      RETURNING p."memberId"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'member', "memberId", ${fact}, 'member', "memberId",
        jsonb_build_object('until', ${until?.toISOString() ?? null}::text)
      FROM changed
    )
    SELECT EXISTS (SELECT FROM "mentor_profiles" p JOIN "members" m ON m."id" = p."memberId"
      WHERE p."memberId" = ${memberId}::uuid AND m."isMentor") AS "hasProfile"`;
  return found?.hasProfile ? done(null) : refuse("no-profile");
}

/**
 * Makes these mentors available whose day has come, and tells them, in one statement; leaves out those whom another sweep
 * holds or who have changed their minds. Returns how many.
 */
export async function endPauses(memberIds: readonly string[], now: Date): Promise<number> {
  const [counted] = await db().$queryRaw<{ count: number }[]>`
    WITH held AS MATERIALIZED (
      SELECT "memberId", "availableAgainAt" FROM "mentor_profiles"
      WHERE "memberId" = ANY(${memberIds}::uuid[]) AND "availableAgainAt" <= ${now}::timestamptz
      FOR UPDATE SKIP LOCKED
    ), changed AS (
      UPDATE "mentor_profiles" p SET "isAvailable" = true, "availableAgainAt" = NULL
      FROM held h WHERE p."memberId" = h."memberId"
      RETURNING p."memberId", h."availableAgainAt"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'clock', 'made-available', 'member', "memberId", '{}' FROM changed
    ), told AS MATERIALIZED (
      SELECT concat('member:', c."memberId", ':available-again:', extract(epoch FROM c."availableAgainAt")::bigint) AS "key",
        c."memberId" AS "to", 'mentor' AS "role", ${"available-again" satisfies AvailabilityNotice} AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        '{}'::jsonb AS "data", ${now}::timestamptz AS "at"
      FROM changed c JOIN "members" m ON m."id" = c."memberId" WHERE m."isMentor" AND m."status" = 'active'
    ), ${NOTIFIED}, ${mailed(AVAILABILITY_NOTICES)}
    SELECT count(*)::integer AS "count" FROM changed`;
  return counted?.count ?? 0;
}
