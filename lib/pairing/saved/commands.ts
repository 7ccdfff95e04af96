import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { TAKES_PART } from "@/lib/pairing/availability/takes-part-sql";
import { type Mark, type MarkRefusal, MOST_MARKED } from "./saved";

/**
 * Puts a mentor on one of the mentee's lists, and off the other. Whom the viewer may not see is `not-found`; one who
 * is full or away is seen. Doing it again changes nothing.
 */
export async function mark(viewer: Viewer, mentorId: string, mark: Mark, now: Date): Promise<Result<null, MarkRefusal>> {
  if (!viewer.isMentee || mentorId === viewer.memberId) return refuse("not-found");
  const me = viewer.memberId;
  const [found] = await db().$queryRaw<{ exists: boolean; marked: number }[]>`
    WITH mentor AS MATERIALIZED (
      SELECT m."id" FROM "members" m
      WHERE m."id" = ${mentorId}::uuid AND m."isMentor" AND m."status" = 'active' AND NOT are_blocked(${me}::uuid, m."id") AND (
        ${TAKES_PART}
        OR EXISTS (SELECT FROM "proposals" WHERE "menteeId" = ${me}::uuid AND "mentorId" = m."id")
        OR EXISTS (SELECT FROM "mentor_marks" WHERE "memberId" = ${me}::uuid AND "mentorId" = m."id"))
    ), marked AS (
      INSERT INTO "mentor_marks" ("memberId", "mentorId", "mark", "at")
      SELECT ${me}::uuid, "id", ${mark}, ${now}::timestamptz FROM mentor
      WHERE ${MOST_MARKED} > (SELECT count(*) FROM "mentor_marks"
        WHERE "memberId" = ${me}::uuid AND "mark" = ${mark} AND "mentorId" <> ${mentorId}::uuid)
      ON CONFLICT ("memberId", "mentorId") DO UPDATE
        SET "mark" = excluded."mark", "at" = CASE WHEN "mentor_marks"."mark" = excluded."mark" THEN "mentor_marks"."at" ELSE excluded."at" END
      RETURNING "mentorId"
    )
    SELECT EXISTS (SELECT FROM mentor) AS "exists", (SELECT count(*)::integer FROM marked) AS "marked"`;
  if (!found?.exists) return refuse("not-found");
  return found.marked > 0 ? done(null) : refuse("list-full");
}

/** Takes a mentor off both lists. */
export async function unmark({ memberId }: Viewer, mentorId: string): Promise<void> {
  await db().mentorMark.deleteMany({ where: { memberId, mentorId } });
}

/** Takes a mentor off the list of those whom the mentee does not want to see, and off no other. */
export async function bringBack(memberId: string, mentorId: string): Promise<void> {
  await db().mentorMark.deleteMany({ where: { memberId, mentorId, mark: "hidden" } });
}
