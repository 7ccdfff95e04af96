import { randomUUID } from "node:crypto";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { Cutoff, Explained } from "@/lib/pairing/assignment/explain";
import { findCandidates } from "./candidates-sql";
import type { Found, Loaded } from "./load";
import type { Run, Status } from "./run";
import { freeMentors, waitingMentees } from "./waiting-sql";

/** For so long a process that works on a run has it for itself, after each sign of life. */
const HELD_SECONDS = 60;
const HELD = Prisma.sql`clock_timestamp() + make_interval(secs => ${HELD_SECONDS}::integer)`;

/** Takes a run that has work to be done, unless another process is at it. */
export async function hold(id: string): Promise<Run | null> {
  const [run] = await db().$queryRaw<Run[]>`
    UPDATE "matching_runs" SET "heldUntil" = ${HELD}, "tries" = "tries" + 1
    WHERE "id" = ${id}::uuid AND "dueAt" IS NOT NULL AND ("heldUntil" IS NULL OR "heldUntil" < clock_timestamp())
    RETURNING *`;
  return run ?? null;
}

/** After a failure: the next sweep tries again, and after some tries nobody does. */
export async function letGo(id: string, now: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE "matching_runs" SET "heldUntil" = NULL, "version" = "version" + CASE WHEN "tries" >= ${MOST_TRIES} THEN 1 ELSE 0 END,
      "status" = CASE WHEN "tries" >= ${MOST_TRIES} THEN 'failed' ELSE "status" END,
      "dueAt" = CASE WHEN "tries" >= ${MOST_TRIES} THEN NULL ELSE "dueAt" END,
      "endedAt" = CASE WHEN "tries" >= ${MOST_TRIES} THEN ${now}::timestamptz END
    WHERE "id" = ${id}::uuid AND "dueAt" IS NOT NULL`;
}

const MOST_TRIES = 5;

type Progress = { status?: Status; scored?: number; settled?: number };

/** A sign of life, and how far it has come. False once staff have cancelled it: then the work stops. */
export async function beat(id: string, { status, scored, settled }: Progress): Promise<boolean> {
  const count = await db().$executeRaw`
    UPDATE "matching_runs" SET "heldUntil" = ${HELD}, "status" = coalesce(${status ?? null}, "status"),
      "scored" = coalesce(${scored ?? null}::integer, "scored"), "settled" = coalesce(${settled ?? null}::integer, "settled")
    WHERE "id" = ${id}::uuid AND "dueAt" IS NOT NULL`;
  return count > 0;
}

/** Notes who waits and which places are free, instead of what an earlier try has noted. Drafts that nobody has locked go. */
export async function gather({ id, programmeId }: Run, now: Date): Promise<void> {
  const programme = Prisma.sql`${programmeId}::uuid`;
  await db()
    .$executeRaw`DELETE FROM "matches" WHERE "runId" = ${id}::uuid AND ("state" = 'draft' AND NOT "isLocked" OR "state" = 'refused')`;
  await db().$executeRaw`DELETE FROM "matching_mentees" WHERE "runId" = ${id}::uuid`;
  await db().$executeRaw`DELETE FROM "matching_mentors" WHERE "runId" = ${id}::uuid`;
  await db().$executeRaw`
    WITH mentors AS (
      INSERT INTO "matching_mentors" ("runId", "n", "memberId", "places", "topics", "methods", "languages", "sector", "region", "answerHours", "calm")
      SELECT ${id}::uuid, row_number() OVER (ORDER BY f."memberId"), f."memberId", f."places", f."topics", f."methods", f."languages",
        f."sector", f."region", f."answerHours", f."calm"
      FROM (${freeMentors(programme, now)}) f RETURNING "places"
    ), mentees AS (
      INSERT INTO "matching_mentees" ("runId", "n", "memberId", "since", "topics", "methods", "languages", "sector", "region", "mentors", "scores")
      SELECT ${id}::uuid, row_number() OVER (ORDER BY f."memberId"), f."memberId", f."since", f."topics", f."methods", f."languages",
        f."sector", f."region", '{}', '{}'
      FROM (${waitingMentees(programme, now)}) f RETURNING 1
    )
    UPDATE "matching_runs" SET "status" = 'scoring', "heldUntil" = ${HELD}, "scored" = 0, "settled" = 0,
      "mentees" = (SELECT count(*) FROM mentees), "places" = (SELECT coalesce(sum("places"), 0) FROM mentors)
    WHERE "id" = ${id}::uuid AND "status" = 'gathering'`;
}

/** Finds candidates for these mentees, keeps them and returns them. */
export function score(id: string, numbers: readonly number[], limit: number, allowed: Prisma.Sql | null): Promise<Found[]> {
  return db().$queryRaw<Found[]>(findCandidates(id, numbers, limit, allowed));
}

/** Notes what each mentor would ask of one more mentee. */
export async function saveCutoffs(id: string, cutoffs: readonly Cutoff[]): Promise<void> {
  const rows = cutoffs.flatMap((cutoff, i): { n: number; score: number; since: Date | null; id: string | null }[] => {
    if (cutoff === "free") return [];
    if (cutoff === "closed") return [{ n: i + 1, score: 2 ** 31 - 1, since: null, id: null }];
    return [{ n: i + 1, score: cutoff.score, since: new Date(cutoff.since), id: cutoff.id }];
  });
  await db().$executeRaw`
    UPDATE "matching_mentors" m SET "cutScore" = c."score", "cutSince" = c."since", "cutId" = c."id"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c("n" integer, "score" integer, "since" timestamptz, "id" uuid)
    WHERE m."runId" = ${id}::uuid AND m."n" = c."n"`;
}

/** Drafts that an earlier try has saved, before all of them are saved. */
export async function clearDrafts(id: string): Promise<void> {
  await db().$executeRaw`DELETE FROM "matches" WHERE "runId" = ${id}::uuid AND "state" = 'draft' AND NOT "isLocked"`;
}

/** Saves some drafts. Each takes the mentor's lowest place that no other match of the run has. */
export async function saveDrafts(
  { id }: Pick<Run, "id">,
  { problem, places }: Loaded,
  pairs: readonly Explained[],
  now: Date,
): Promise<void> {
  const rows = pairs.map((pair) => ({
    id: randomUUID(),
    menteeId: problem.mentees[pair.mentee]?.id,
    mentorId: problem.mentors[pair.mentor]?.id,
    place: takePlace(places, pair.mentor),
    score: pair.score,
    wish: pair.wish,
    ratherMentors: pair.ratherMentors.map(toNumber),
    fitBetter: pair.fitBetter,
    ratherMentees: pair.ratherMentees.map(toNumber),
  }));
  await db().$executeRaw`
    INSERT INTO "matches" ("id", "runId", "menteeId", "mentorId", "state", "origin", "place", "score", "wish", "ratherMentors",
      "fitBetter", "ratherMentees", "changedAt")
    SELECT r."id", ${id}::uuid, r."menteeId", r."mentorId", 'draft', 'whole', r."place", r."score", r."wish", r."ratherMentors",
      r."fitBetter", r."ratherMentees", ${now}::timestamptz
    FROM jsonb_populate_recordset(NULL::"matches", ${JSON.stringify(rows)}::jsonb) r ON CONFLICT DO NOTHING`;
}

const toNumber = (index: number) => index + 1;

function takePlace(places: Set<number>[], mentor: number): number {
  const taken = places[mentor] ?? new Set<number>();
  let place = 1;
  while (taken.has(place)) place += 1;
  taken.add(place);
  places[mentor] = taken;
  return place;
}

/** The drafts are there: from now on they are the staff's. */
export async function finish({ id, programmeId, startedById }: Run, now: Date): Promise<void> {
  await db().$executeRaw`
    WITH drafted AS MATERIALIZED (
      UPDATE "matching_runs" SET "status" = 'drafted', "dueAt" = NULL, "heldUntil" = NULL, "tries" = 0, "version" = "version" + 1
      WHERE "id" = ${id}::uuid AND "status" = 'assigning' RETURNING "id", "mentees"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${startedById}::uuid, 'matches-drafted', 'programme', ${programmeId}::uuid,
      jsonb_build_object('run', d."id", 'waiting', d."mentees",
        'matches', (SELECT count(*) FROM "matches" WHERE "runId" = d."id" AND "state" = 'draft'))
    FROM drafted d`;
}
