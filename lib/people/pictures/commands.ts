import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import type { MadePicture } from "./decode";
import type { SaveRefusal } from "./picture";

/** Gives the viewer this picture, in place of any other, with its line in the audit trail. Both roles show it. */
export async function savePicture(viewer: Viewer, made: MadePicture, now: Date): Promise<Result<null, SaveRefusal>> {
  const count = await db().$executeRaw`
    WITH saved AS (
      INSERT INTO "pictures" ("memberId", "picture", "small", "large", "updatedAt")
      SELECT "id", ${made.picture}, ${made.small}::bytea, ${made.large}::bytea, ${now}::timestamptz
      FROM "members" WHERE "id" = ${viewer.memberId}::uuid AND "status" = 'active'
      ON CONFLICT ("memberId") DO UPDATE SET "picture" = excluded."picture", "small" = excluded."small",
        "large" = excluded."large", "updatedAt" = excluded."updatedAt"
      RETURNING "memberId"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'member', "memberId", 'picture-saved', 'member', "memberId", '{}' FROM saved`;
  return count === 0 ? refuse("not-here") : done(null);
}

/** Removes the viewer's picture if it is still the one of this name; one that is gone already is as good as removed. */
export async function removePicture(viewer: Viewer, picture: string, now: Date): Promise<Result<null, SaveRefusal>> {
  const [found] = await db().$queryRaw<{ isAnother: boolean }[]>`
    WITH removed AS (
      DELETE FROM "pictures" WHERE "memberId" = ${viewer.memberId}::uuid AND "picture" = ${picture} RETURNING "memberId"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'member', "memberId", 'picture-removed', 'member', "memberId", '{}' FROM removed
    )
    SELECT EXISTS (SELECT FROM "pictures" WHERE "memberId" = ${viewer.memberId}::uuid AND "picture" <> ${picture}) AS "isAnother"`;
  return found?.isAnother ? refuse("changed-meanwhile") : done(null);
}
