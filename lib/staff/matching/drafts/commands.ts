import { randomUUID } from "node:crypto";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Tick } from "@/lib/foundation/ticks";
import type { Viewer } from "@/lib/foundation/viewer";
import { wasChangedMeanwhile } from "@/lib/pairing/proposals/save";
import { allowedPairs } from "../allowed-sql";
import { SCORE } from "../candidates-sql";
import { loadRun } from "../load";
import type { DraftCommand, MatchingRefusal, Run } from "../run";
import { draftNextBest } from "./next-sql";

/** How many were changed, and how many a colleague has changed meanwhile, or are the viewer's own. */
export interface Acted {
  done: number;
  left: number;
}

const CHANGES: Readonly<Record<DraftCommand, Prisma.Sql>> = {
  lock: Prisma.sql`"isLocked" = true`,
  unlock: Prisma.sql`"isLocked" = false`,
  drop: Prisma.sql`"state" = 'dropped', "isLocked" = false`,
};

const FACTS: Readonly<Record<DraftCommand, string>> = {
  lock: "matches-locked",
  unlock: "matches-unlocked",
  drop: "matches-dropped",
};

/** Locks, unlocks or drops drafts of a run. Nobody decides on a pair that they are part of. */
export async function act(
  viewer: Viewer,
  runId: string,
  command: DraftCommand,
  ticks: readonly Tick[],
  now: Date,
): Promise<Result<Acted, MatchingRefusal>> {
  const run = await findDrafted(viewer, runId);
  if (!run.ok) return run;
  if (ticks.length === 0) return refuse("nothing-ticked");
  const [row] = await db().$queryRaw<{ changed: number }[]>`
    WITH changed AS MATERIALIZED (
      UPDATE "matches" m SET ${CHANGES[command]}, "changedById" = ${viewer.memberId}::uuid, "changedAt" = ${now}::timestamptz, "version" = m."version" + 1
      FROM jsonb_to_recordset(${JSON.stringify(ticks)}::jsonb) AS t("id" uuid, "seen" integer)
      WHERE m."id" = t."id" AND m."version" = t."seen" AND m."runId" = ${runId}::uuid AND m."state" = 'draft'
        AND ${viewer.memberId}::uuid NOT IN (m."menteeId", m."mentorId")
      RETURNING m."id"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, ${FACTS[command]}, 'programme', ${run.value.programmeId}::uuid,
        jsonb_build_object('run', ${runId}::text, 'matches', count(*)) FROM changed HAVING count(*) > 0
    )
    SELECT count(*)::integer AS "changed" FROM changed`;
  const changed = row?.changed ?? 0;
  return changed > 0 ? done({ done: changed, left: ticks.length - changed }) : refuse("changed-meanwhile");
}

export interface Chosen {
  runId: string;
  menteeId: string;
  mentorId: string;
  /** The version of the mentee's draft that staff saw; 0: there was none. */
  seen: number;
}

interface Kept {
  id: string;
  menteeId: string;
  mentorId: string;
  state: string;
  isLocked: boolean;
  place: number;
  score: number | null;
  version: number;
}

/** The match, and who has lost a place by it, with whether the next best mentor was drafted for them. */
export interface Swapped {
  matchId: string;
  version: number;
  displaced: { menteeId: string; hasNext: boolean } | null;
}

/**
 * Staff choose another mentor for a mentee, and that is locked. Where the mentor has no place left in this run, the draft that fits them
 * least gives way, unless all are locked or published: its mentee gets their next best mentor with a free place, or is left over.
 */
export async function choose(viewer: Viewer, chosen: Chosen, now: Date): Promise<Result<Swapped, MatchingRefusal>> {
  const { runId, menteeId, mentorId, seen } = chosen;
  const run = await findDrafted(viewer, runId);
  if (!run.ok) return run;
  if (!isId(menteeId) || !isId(mentorId) || menteeId === mentorId) return refuse("not-found");
  if (viewer.memberId === menteeId || viewer.memberId === mentorId) return refuse("own");
  const kept = await loadKept(runId, menteeId, mentorId);
  const own = kept.find((match) => match.menteeId === menteeId);
  if ((own?.version ?? 0) !== seen) return refuse("changed-meanwhile");
  if (own && own.state !== "draft") return refuse("has-match");
  if (own?.mentorId === mentorId) return done({ matchId: own.id, version: own.version, displaced: null });
  const ofMentor = kept.filter((match) => match.mentorId === mentorId);
  const given = await db().matchingMentor.findFirst({ where: { runId, memberId: mentorId }, select: { places: true } });
  const free = firstFree(ofMentor, given?.places ?? ofMentor.length + 1);
  const weakest = free === null ? (findWeakest(ofMentor) ?? null) : null;
  const place = free ?? weakest?.place;
  if (place === undefined) return refuse("all-locked");
  try {
    const made = await exchange(
      viewer,
      run.value,
      chosen,
      [own, weakest].filter((one) => one !== undefined && one !== null),
      place,
      now,
    );
    const displaced = weakest && { menteeId: weakest.menteeId, hasNext: await draftNext(run.value, weakest.menteeId, now) };
    return done({ matchId: made.id, version: made.version, displaced });
  } catch (error) {
    if (!wasChangedMeanwhile(error)) throw error;
    return refuse("changed-meanwhile");
  }
}

/** The same for one of the mentors whom the page offers: both were compared in this run, so that nobody from elsewhere comes into it. */
export async function chooseOffered(viewer: Viewer, chosen: Chosen, now: Date): Promise<Result<Swapped, MatchingRefusal>> {
  const { runId, menteeId, mentorId } = chosen;
  if (viewer.staff === "none") return refuse("not-staff");
  const [mentees, mentors] = await Promise.all([
    db().matchingMentee.count({ where: { runId, memberId: menteeId } }),
    db().matchingMentor.count({ where: { runId, memberId: mentorId } }),
  ]);
  return mentees > 0 && mentors > 0 ? choose(viewer, chosen, now) : refuse("not-found");
}

/** Drafts the next best mentor for somebody who is left over. Whether there was one. */
export async function draftNext(
  { id, programmeId }: Pick<Run, "id" | "programmeId">,
  menteeId: string,
  now: Date,
): Promise<boolean> {
  return (await db().$executeRaw(draftNextBest(id, menteeId, await allowedPairs(programmeId), now))) > 0;
}

/** What gives way and what takes its place, in one statement: a colleague who was quicker with any of it has won. */
async function exchange(
  viewer: Viewer,
  run: Run,
  { runId, menteeId, mentorId }: Chosen,
  giveWay: readonly Kept[],
  place: number,
  now: Date,
): Promise<{ id: string; version: number }> {
  const rows = giveWay.map(({ id, version }) => ({ id, version }));
  const [row] = await db().$queryRaw<{ id: string; version: number }[]>`
    WITH gone AS MATERIALIZED (
      DELETE FROM "matches" m USING jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("id" uuid, "version" integer)
      WHERE m."id" = g."id" AND m."version" = g."version" AND m."state" = 'draft' RETURNING m."id"
    ), checked AS MATERIALIZED (
      SELECT CASE WHEN (SELECT count(*) FROM gone) < ${rows.length} THEN changed_meanwhile() END AS "isFine"
    ), made AS MATERIALIZED (
      INSERT INTO "matches" ("id", "runId", "menteeId", "mentorId", "state", "isLocked", "origin", "place", "score", "ratherMentors", "ratherMentees", "changedById", "changedAt")
      SELECT ${randomUUID()}::uuid, ${runId}::uuid, ${menteeId}::uuid, ${mentorId}::uuid, 'draft', true, 'hand', ${place}, (
        SELECT ${SCORE} FROM "matching_mentees" w, "matching_mentors" l WHERE w."runId" = ${runId}::uuid AND l."runId" = ${runId}::uuid
          AND w."memberId" = ${menteeId}::uuid AND l."memberId" = ${mentorId}::uuid), '{}', '{}', ${viewer.memberId}::uuid, ${now}::timestamptz
      FROM checked
      ON CONFLICT ("runId", "menteeId", "mentorId") DO UPDATE SET "state" = 'draft', "isLocked" = true, "origin" = 'hand', "refusal" = NULL,
        "place" = excluded."place", "changedById" = excluded."changedById", "changedAt" = excluded."changedAt", "version" = "matches"."version" + 1
      WHERE "matches"."state" IN ('dropped', 'refused')
      RETURNING "id", "version"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'match-chosen', 'programme', ${run.programmeId}::uuid,
        jsonb_build_object('run', ${runId}::text, 'match', made."id") FROM made
    )
    SELECT "id", "version" FROM made UNION ALL SELECT NULL, changed_meanwhile() WHERE NOT EXISTS (SELECT FROM made)`;
  if (!row) throw new Error("A match was neither made nor refused.");
  return row;
}

async function findDrafted(viewer: Viewer, runId: string): Promise<Result<Run, MatchingRefusal>> {
  if (viewer.staff === "none") return refuse("not-staff");
  const run = await loadRun(runId);
  if (!run) return refuse("not-found");
  return run.status === "drafted" ? done(run) : refuse("not-now");
}

/** The live matches of either of the two. */
function loadKept(runId: string, menteeId: string, mentorId: string): Promise<Kept[]> {
  return db().match.findMany({
    where: { runId, state: { in: ["draft", "publishing", "published", "accepted"] }, OR: [{ menteeId }, { mentorId }] },
    select: { id: true, menteeId: true, mentorId: true, state: true, isLocked: true, place: true, score: true, version: true },
  });
}

function firstFree(taken: readonly Kept[], places: number): number | null {
  for (let place = 1; place <= places; place += 1) if (!taken.some((match) => match.place === place)) return place;
  return null;
}

function findWeakest(matches: readonly Kept[]): Kept | undefined {
  return matches
    .filter(({ state, isLocked }) => state === "draft" && !isLocked)
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0) || (a.id < b.id ? -1 : 1))[0];
}
