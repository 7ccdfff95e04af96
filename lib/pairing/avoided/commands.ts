import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import * as saved from "@/lib/pairing/saved/commands";
import { type AvoidRefusal, MOST_AVOIDED } from "./avoided";
import { knownTo } from "./queries";

/**
 * The viewer would rather not be matched with somebody, in one of their roles. As a mentee it is Not for me. What is open between the two
 * stays as it is. Whom they may not see is `not-found`; doing it again changes nothing.
 */
export async function avoid(viewer: Viewer, role: Role, memberId: string, now: Date): Promise<Result<null, AvoidRefusal>> {
  if (role === "mentee") return saved.mark(viewer, memberId, "hidden", now);
  const me = viewer.memberId;
  if (!viewer.isMentor || memberId === me) return refuse("not-found");
  const [found] = await db().$queryRaw<{ exists: boolean; added: number }[]>`
    WITH mentee AS MATERIALIZED (
      SELECT m."id" FROM "members" m
      WHERE m."id" = ${memberId}::uuid AND m."status" = 'active' AND NOT are_blocked(${me}::uuid, m."id") AND (
        m."id" IN (${knownTo(me)}) OR EXISTS (SELECT FROM "avoided_mentees" WHERE "mentorId" = ${me}::uuid AND "menteeId" = m."id"))
    ), added AS (
      INSERT INTO "avoided_mentees" ("mentorId", "menteeId", "at")
      SELECT ${me}::uuid, "id", ${now}::timestamptz FROM mentee
      WHERE ${MOST_AVOIDED} > (SELECT count(*) FROM "avoided_mentees" WHERE "mentorId" = ${me}::uuid AND "menteeId" <> ${memberId}::uuid)
      ON CONFLICT ("mentorId", "menteeId") DO UPDATE SET "at" = "avoided_mentees"."at"
      RETURNING "menteeId"
    )
    SELECT EXISTS (SELECT FROM mentee) AS "exists", (SELECT count(*)::integer FROM added) AS "added"`;
  if (!found?.exists) return refuse("not-found");
  return found.added > 0 ? done(null) : refuse("list-full");
}

/** Takes somebody off the viewer's list in a role. */
export async function takeOff({ memberId: me }: Viewer, role: Role, memberId: string): Promise<void> {
  if (role === "mentee") await saved.bringBack(me, memberId);
  else await db().avoidedMentee.deleteMany({ where: { mentorId: me, menteeId: memberId } });
}
