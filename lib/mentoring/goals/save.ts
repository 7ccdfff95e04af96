import { db, Prisma } from "@/lib/foundation/db/client";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import { openRelationship } from "@/lib/pairing/relationships/access-sql";
import { newsOf } from "@/lib/pairing/relationships/news";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import { type GoalStatus, type GoalWords, MOST_GOALS, type Progress, type Step } from "./goal";
import { GOAL_NOTICES } from "./notices";

/** Who does what to which goal, as one step of its history. */
export interface Doing {
  viewer: Viewer;
  relationship: RelationshipView;
  goalId: string;
  stepId: string;
  /** The society's. */
  timeZone: string;
  now: Date;
}

export type Saved = "saved" | "ended" | "too-many" | "lost";

/** Inserts a goal, in one statement. `lost`: there is already one with this id. */
export async function insertGoal(doing: Doing & { words: GoalWords }): Promise<Saved> {
  const { viewer, relationship, goalId, stepId, words, now } = doing;
  return finish(
    doing,
    "added",
    null,
    words,
    Prisma.sql`
    WITH open AS MATERIALIZED (${openRelationship(viewer, relationship.id, now)}),
    room AS MATERIALIZED (
      SELECT o."id" FROM open o
      WHERE (SELECT count(*) FROM "goals" g WHERE g."relationshipId" = o."id") < ${MOST_GOALS}
    ), written AS MATERIALIZED (
      INSERT INTO "goals" ("id", "relationshipId", "targetOn", "textId", "createdAt", "changedAt")
      SELECT ${goalId}::uuid, "id", ${words.target || null}::date, ${stepId}::uuid, ${now}::timestamptz, ${now}::timestamptz
      FROM room
      ON CONFLICT DO NOTHING
      RETURNING "id", "relationshipId"
    )`,
  );
}

/** Changes the words of an open goal, on top of the step `from`. `lost`: that is no longer the newest. */
export async function saveWords(doing: Doing & { words: GoalWords; from: string }): Promise<Saved> {
  const { stepId, words, from, now } = doing;
  const set = Prisma.sql`"targetOn" = ${words.target || null}::date, "textId" = ${stepId}::uuid, "version" = g."version" + 1,
    "changedAt" = ${now}::timestamptz`;
  const guard = Prisma.sql`g."textId" = ${from}::uuid AND g."status" = 'open'`;
  return finish(doing, "edited", null, words, update(doing, set, guard));
}

/** Saves a note or the progress of an open goal. It overwrites nothing of the partner's, so there is no version to check. */
export async function saveNote(doing: Doing & { note: string; progress: Progress | null }): Promise<Saved> {
  const { note, progress, now } = doing;
  const set = Prisma.sql`"progress" = coalesce(${progress}::text, g."progress"), "changedAt" = ${now}::timestamptz`;
  return finish(doing, "noted", progress, note === "" ? null : { note }, update(doing, set, Prisma.sql`g."status" = 'open'`));
}

/** Marks a goal as achieved or dropped, or reopens it, on top of `version`. `lost`: that is no longer the newest. */
export async function saveStatus(doing: Doing & { status: GoalStatus; fact: Step["fact"]; version: number }): Promise<Saved> {
  const { status, fact, version, now } = doing;
  const set = Prisma.sql`"status" = ${status}, "version" = g."version" + 1, "changedAt" = ${now}::timestamptz,
    "closedAt" = ${status === "open" ? null : now}::timestamptz`;
  return finish(doing, fact, null, null, update(doing, set, Prisma.sql`g."version" = ${version}::integer`));
}

function update({ viewer, relationship, goalId, now }: Doing, set: Prisma.Sql, guard: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH open AS MATERIALIZED (${openRelationship(viewer, relationship.id, now)}),
    room AS (SELECT "id" FROM open),
    written AS MATERIALIZED (
      UPDATE "goals" g SET ${set} FROM open o
      WHERE g."id" = ${goalId}::uuid AND g."relationshipId" = o."id" AND ${guard}
      RETURNING g."id", g."relationshipId"
    )`;
}

/** The step that records the change, and its notices; all in one statement. */
async function finish(
  { viewer, relationship, stepId, timeZone, now }: Doing,
  fact: Step["fact"],
  progress: Progress | null,
  words: Record<string, string> | null,
  written: Prisma.Sql,
): Promise<Saved> {
  const sealed = words && seal("goal_steps.words", stepId, JSON.stringify(words));
  const kind = fact === "achieved" ? "goal-achieved" : "goals-changed";
  const [row] = await db().$queryRaw<{ isOpen: boolean; hasRoom: boolean; isSaved: boolean }[]>`
    ${written}, stepped AS (
      INSERT INTO "goal_steps" ("id", "goalId", "fact", "progress", "words", "authorId", "at")
      SELECT ${stepId}::uuid, "id", ${fact}, ${progress}::text, ${sealed}::text, ${viewer.memberId}::uuid, ${now}::timestamptz
      FROM written
      -- A note that was sent twice at once.
      ON CONFLICT DO NOTHING
    ), saved AS MATERIALIZED (SELECT "relationshipId" AS "id" FROM written),
    ${consequencesOf([newsOf(viewer, relationship, kind, `goal-${fact}`, timeZone, now)], GOAL_NOTICES)}
    SELECT EXISTS (SELECT FROM open) AS "isOpen", EXISTS (SELECT FROM room) AS "hasRoom", EXISTS (SELECT FROM saved) AS "isSaved"`;
  if (!row?.isOpen) return "ended";
  if (!row.hasRoom) return "too-many";
  return row.isSaved ? "saved" : "lost";
}
