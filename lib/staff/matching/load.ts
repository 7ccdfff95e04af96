import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { pause } from "@/lib/foundation/in-pieces";
import type { Candidates, FreeMentor, WaitingMentee } from "@/lib/pairing/assignment/assignment";
import type { Run } from "./run";

/** Mentees that are read in one go: reading more would keep pages waiting. */
const AT_ONCE = 500;

export const RUN_COLUMNS = {
  id: true,
  programmeId: true,
  startedById: true,
  startedAt: true,
  status: true,
  mentees: true,
  scored: true,
  settled: true,
  places: true,
  endedAt: true,
  version: true,
} as const satisfies Record<keyof Run, true>;

export async function loadRun(id: string): Promise<Run | null> {
  if (!isId(id)) return null;
  return (await db().matchingRun.findUnique({ where: { id }, select: RUN_COLUMNS })) as Run | null;
}

/** Numbers of mentees who have not been compared yet. */
export async function loadUnscored(runId: string, limit: number): Promise<number[]> {
  const where = { runId, isScored: false };
  const rows = await db().matchingMentee.findMany({ where, orderBy: { n: "asc" }, take: limit, select: { n: true } });
  return rows.map(({ n }) => n);
}

export interface Loaded {
  problem: { mentees: WaitingMentee[]; mentors: FreeMentor[] };
  /** For each mentee, whether nobody else could suit them. */
  isWhole: boolean[];
  /** For each mentor, the places that other matches of the run have. */
  places: Set<number>[];
}

/** What is to be assigned: those who wait, with their candidates, and what staff have locked. Number n has index n - 1. */
export async function loadProblem(runId: string): Promise<Loaded> {
  const rows = await db().matchingMentor.findMany({
    where: { runId },
    orderBy: { n: "asc" },
    select: { memberId: true, places: true },
  });
  const mentors: FreeMentor[] = rows.map(({ memberId, places }) => ({ id: memberId, places }));
  const indexOf = new Map(mentors.map(({ id }, i) => [id, i]));
  const live = { runId, state: { in: ["draft", "publishing", "published", "accepted"] } };
  const kept = await db().match.findMany({
    where: { ...live, NOT: { state: "draft", isLocked: false } },
    select: { menteeId: true, mentorId: true, place: true, state: true },
  });
  const mentees: WaitingMentee[] = [];
  const isWhole: boolean[] = [];
  const lockedTo = new Map(kept.map(({ menteeId, mentorId }) => [menteeId, indexOf.get(mentorId) ?? -1]));
  for (let after = 0; ; ) {
    const some = await db().matchingMentee.findMany({
      where: { runId, n: { gt: after } },
      orderBy: { n: "asc" },
      take: AT_ONCE,
      select: { n: true, memberId: true, since: true, mentors: true, scores: true, isWhole: true },
    });
    const last = some.at(-1);
    if (!last) break;
    after = last.n;
    for (const one of some) {
      const candidates = toCandidates(one);
      mentees.push({ id: one.memberId, since: one.since.getTime(), candidates, locked: lockedTo.get(one.memberId) ?? null });
      isWhole.push(one.isWhole);
    }
    await pause();
  }
  const waiting = new Set(mentees.map(({ id }) => id));
  const places = mentors.map(() => new Set<number>());
  for (const { menteeId, mentorId, place, state } of kept) {
    const mentor = indexOf.get(mentorId);
    if (mentor === undefined) continue;
    places[mentor]?.add(place);
    // A place that is locked for somebody who waits no longer is not given to others either. What is published counts as taken already.
    const kept = mentors[mentor];
    if (state === "draft" && kept && !waiting.has(menteeId)) kept.places = Math.max(0, kept.places - 1);
  }
  return { problem: { mentees, mentors }, isWhole, places };
}

/** What findCandidates has found for a mentee, beside what was found before. */
export interface Found {
  n: number;
  mentors: number[];
  scores: number[];
  isWhole: boolean;
}

/** Adds what was found for some mentees since it was loaded. */
export function addFound({ problem, isWhole }: Loaded, found: readonly Found[]): void {
  for (const one of found) {
    const i = one.n - 1;
    const mentee = problem.mentees[i];
    if (!mentee) continue;
    isWhole[i] = one.isWhole;
    if (one.mentors.length > 0) problem.mentees[i] = { ...mentee, candidates: join(mentee.candidates, toCandidates(one)) };
  }
}

function toCandidates({ mentors, scores }: Pick<Found, "mentors" | "scores">): Candidates {
  return { mentors: Int32Array.from(mentors, (n) => n - 1), scores: Int32Array.from(scores) };
}

function join(one: Candidates, other: Candidates): Candidates {
  return { mentors: append(one.mentors, other.mentors), scores: append(one.scores, other.scores) };
}

function append(one: Int32Array, other: Int32Array): Int32Array {
  const both = new Int32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
