import { db, Prisma } from "@/lib/foundation/db/client";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { findReflection } from "./queries";
import { checkDay, type Entry, type Words, type WriteRefusal } from "./reflection";

/**
 * Writes a reflection of the viewer's, with or without a meeting, even after the relationship. Sending the same again under
 * the same id changes nothing; other words become another reflection. Refuses a future day, a second one about the same
 * meeting, and a relationship that is not theirs.
 */
export async function write(
  viewer: Viewer,
  id: string,
  meetingId: string | null,
  entry: Entry,
  now: Date,
): Promise<Kept<null> | Refusal<WriteRefusal>> {
  const day = checkDay(entry.heldOn, now, viewer.timeZone);
  if (!day.ok) return day;
  return once(id, [meetingId, toTyped(entry)], async (key) => {
    const { isTheirs, isSaved } = await insert(viewer, key, meetingId, entry, now);
    if (!isTheirs) return refuse("not-found");
    if (isSaved) return done(null);
    const there = await findReflection(viewer, key);
    return there ? taken(null, JSON.stringify(toTyped(there)) === JSON.stringify(toTyped(entry))) : refuse("already-written");
  });
}

/** What somebody types, in one order. */
function toTyped({ heldOn, minutes, isStructured, relationshipId, words }: Entry): unknown[] {
  return [heldOn, minutes, isStructured, relationshipId, words.done, words.learned, words.use, words.free];
}

async function insert(viewer: Viewer, id: string, meetingId: string | null, entry: Entry, now: Date) {
  const { heldOn, minutes, isStructured, relationshipId } = entry;
  const [found] = await db().$queryRaw<{ isTheirs: boolean; isSaved: boolean }[]>`
    WITH mine AS MATERIALIZED (SELECT ${isOwn(viewer, relationshipId)} AS "isTheirs"), saved AS (
      INSERT INTO "reflections" ("id", "memberId", "relationshipId", "meetingId", "heldOn", "minutes", "isStructured", "words",
        "writtenAt", "changedAt")
      SELECT ${id}::uuid, ${viewer.memberId}::uuid, ${relationshipId}::uuid, ${meetingId}::uuid, ${heldOn}::date, ${minutes},
        ${isStructured}, ${sealWords(id, entry.words)}, ${now}::timestamptz, ${now}::timestamptz
      FROM mine WHERE mine."isTheirs"
      ON CONFLICT DO NOTHING
      RETURNING "id"
    )
    SELECT mine."isTheirs", EXISTS (SELECT FROM saved) AS "isSaved" FROM mine`;
  return found ?? { isTheirs: false, isSaved: false };
}

/**
 * Changes one of the viewer's own, if it is still the version they opened. Refuses to overwrite words that cannot be
 * decrypted, because they may be recovered later.
 */
export async function change(
  viewer: Viewer,
  id: string,
  version: number,
  entry: Entry,
  now: Date,
): Promise<Result<null, WriteRefusal>> {
  const day = checkDay(entry.heldOn, now, viewer.timeZone);
  if (!day.ok) return day;
  if ((await findReflection(viewer, id))?.isUnreadable) return refuse("unreadable");
  const { heldOn, minutes, isStructured, relationshipId } = entry;
  const [found] = await db().$queryRaw<{ isTheirs: boolean; isSaved: boolean }[]>`
    WITH mine AS MATERIALIZED (SELECT ${isOwn(viewer, relationshipId)} AS "isTheirs"), saved AS (
      UPDATE "reflections" SET "relationshipId" = ${relationshipId}::uuid, "heldOn" = ${heldOn}::date, "minutes" = ${minutes},
        "isStructured" = ${isStructured}, "words" = ${sealWords(id, entry.words)}, "changedAt" = ${now}::timestamptz,
        "version" = "version" + 1
      FROM mine
      WHERE mine."isTheirs" AND "id" = ${id}::uuid AND "memberId" = ${viewer.memberId}::uuid AND "version" = ${version}
      RETURNING "id"
    )
    SELECT mine."isTheirs", EXISTS (SELECT FROM saved) AS "isSaved" FROM mine`;
  if (!found?.isTheirs) return refuse("not-found");
  return found.isSaved ? done(null) : refuse("changed-meanwhile");
}

/** Deletes one of the viewer's own for good, if it is still the version they opened. */
export async function remove(viewer: Viewer, id: string, version: number): Promise<Result<null, WriteRefusal>> {
  const { count } = await db().reflection.deleteMany({ where: { id, memberId: viewer.memberId, version } });
  return count > 0 ? done(null) : refuse("changed-meanwhile");
}

function isOwn({ memberId }: Viewer, relationshipId: string | null): Prisma.Sql {
  return Prisma.sql`${relationshipId}::uuid IS NULL OR EXISTS (
    SELECT FROM "relationships" WHERE "id" = ${relationshipId}::uuid AND ${memberId}::uuid IN ("menteeId", "mentorId"))`;
}

function sealWords(id: string, { done, learned, use, free }: Words): string {
  return seal("reflections.words", id, JSON.stringify({ done, learned, use, free }));
}
