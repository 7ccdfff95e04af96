import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { isUnderWay } from "@/lib/pairing/programmes/access";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import { loadRun } from "./load";
import { allowedCommands, type MatchingRefusal, type Run, type RunCommand } from "./run";

type Begun = Promise<Result<string, MatchingRefusal>>;

/**
 * Begins to match everybody who waits in a programme. The work itself is done by carryOn, after the request. There is one run at a time in
 * a programme: where a colleague has begun one, that is the one. Returns its id.
 */
export async function begin(viewer: Viewer, programmeId: string, now: Date): Begun {
  return make(viewer, programmeId, "gathering", now);
}

/** A run without candidates, for what staff draft by hand, unless there is one. */
export async function beginByHand(viewer: Viewer, programmeId: string, now: Date): Begun {
  return make(viewer, programmeId, "drafted", now);
}

async function make(viewer: Viewer, programmeId: string, status: "gathering" | "drafted", now: Date): Begun {
  if (viewer.staff === "none") return refuse("not-staff");
  const programme = await findProgramme(programmeId, now);
  if (!programme) return refuse("not-found");
  if (!isUnderWay(programme)) return refuse("not-now");
  await db().$executeRaw`
    WITH begun AS MATERIALIZED (
      INSERT INTO "matching_runs" ("id", "programmeId", "startedById", "startedAt", "status", "dueAt")
      VALUES (${randomUUID()}::uuid, ${programmeId}::uuid, ${viewer.memberId}::uuid, ${now}::timestamptz, ${status},
        CASE WHEN ${status} = 'gathering' THEN ${now}::timestamptz END)
      ON CONFLICT DO NOTHING RETURNING "id", "programmeId"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'matching-begun', 'programme', "programmeId", jsonb_build_object('run', "id")
    FROM begun`;
  const live = await db().matchingRun.findFirst({ where: { programmeId, endedAt: null }, select: { id: true } });
  return live ? done(live.id) : refuse("changed-meanwhile");
}

interface Seen {
  id: string;
  seen: number;
}

/** Matches everybody who waits anew; pairs that are locked stay, and so does what is published. */
export async function rerun(viewer: Viewer, which: Seen, now: Date): Promise<Result<Run, MatchingRefusal>> {
  const found = await allow(viewer, which, "rerun");
  if (!found.ok) return found;
  if (await isPublishing(which.id)) return refuse("not-now");
  return turn(viewer, found.value, "gathering", "matching-begun-again", now);
}

/** Stops the work. Where there were locked or published pairs before, the run stays with those. */
export async function cancel(viewer: Viewer, which: Omit<Seen, "seen">, now: Date): Promise<Result<Run, MatchingRefusal>> {
  const found = await allow(viewer, which, "cancel");
  if (!found.ok) return found;
  const kept = await db().match.count({ where: { runId: which.id, NOT: { state: "draft", isLocked: false } } });
  const turned = await turn(viewer, found.value, kept > 0 ? "drafted" : "cancelled", "matching-cancelled", now);
  if (turned.ok && kept === 0) await clear(which.id);
  return turned;
}

/** Ends a run: drafts that have not been published go, and another run can begin. */
export async function end(viewer: Viewer, which: Seen, now: Date): Promise<Result<Run, MatchingRefusal>> {
  const found = await allow(viewer, which, "end");
  if (!found.ok) return found;
  if (await isPublishing(which.id)) return refuse("not-now");
  const turned = await turn(viewer, found.value, "ended", "matching-ended", now);
  if (turned.ok) await clear(which.id);
  return turned;
}

async function allow(
  viewer: Viewer,
  { id, seen }: Omit<Seen, "seen"> & { seen?: number },
  command: RunCommand,
): Promise<{ ok: true; value: Run } | Refusal<MatchingRefusal>> {
  if (viewer.staff === "none") return refuse("not-staff");
  const run = isId(id) ? await loadRun(id) : null;
  if (!run) return refuse("not-found");
  if (seen !== undefined && run.version !== seen) return refuse("changed-meanwhile");
  return allowedCommands(run).includes(command) ? done(run) : refuse("not-now");
}

/** Only if it is as it was loaded: a colleague may have been quicker, or the work has come to its end. */
async function turn(
  viewer: Viewer,
  run: Run,
  status: Run["status"],
  fact: string,
  now: Date,
): Promise<Result<Run, MatchingRefusal>> {
  const isOver = status === "cancelled" || status === "ended";
  const count = await db().$executeRaw`
    WITH turned AS MATERIALIZED (
      UPDATE "matching_runs" SET "status" = ${status}, "version" = "version" + 1, "heldUntil" = NULL, "tries" = 0,
        "dueAt" = CASE WHEN ${status} = 'gathering' THEN ${now}::timestamptz END,
        "endedAt" = CASE WHEN ${isOver} THEN ${now}::timestamptz END
      WHERE "id" = ${run.id}::uuid AND "version" = ${run.version} AND "endedAt" IS NULL AND ("dueAt" IS NULL) = ${run.status === "drafted"}
      RETURNING "id", "programmeId"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, ${fact}, 'programme', "programmeId", jsonb_build_object('run', "id")
    FROM turned`;
  return count > 0 ? done(run) : refuse("changed-meanwhile");
}

async function isPublishing(runId: string): Promise<boolean> {
  return (await db().match.count({ where: { runId, state: "publishing" } })) > 0;
}

async function clear(runId: string): Promise<void> {
  await db().match.deleteMany({ where: { runId, state: "draft" } });
  await db().matchingMentee.deleteMany({ where: { runId } });
  await db().matchingMentor.deleteMany({ where: { runId } });
}
