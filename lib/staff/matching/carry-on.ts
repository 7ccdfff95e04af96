import { pause } from "@/lib/foundation/in-pieces";
import { assigning } from "@/lib/pairing/assignment/assign";
import type { Assignment } from "@/lib/pairing/assignment/assignment";
import { cutoffs, explaining } from "@/lib/pairing/assignment/explain";
import { allowedPairs } from "./allowed-sql";
import { addFound, type Loaded, loadProblem, loadUnscored } from "./load";
import type { Run } from "./run";
import { beat, clearDrafts, finish, gather, hold, letGo, saveCutoffs, saveDrafts, score } from "./save";

/** Candidates of a mentee to begin with: with fewer, many are compared again; with more, everything takes longer. */
const CANDIDATES = 60;
/** Mentees in one statement, so that each takes well under a second among 10,000 mentors. */
const SCORED_AT_ONCE = 100;
/** How often those who are left over are given more candidates, four times as many each time. */
const MOST_ROUNDS = 6;
const SAVED_AT_ONCE = 1000;
/** Milliseconds between two signs of life. */
const BEAT_EVERY = 1000;

/**
 * Does what is left to do of a run, from where it stands: a process that was killed is followed by another one. Nothing waits for it: its
 * statements are short, and between its pieces every page has its turn. False where there is nothing to do, or another process does it.
 */
export async function carryOn(id: string, now: Date): Promise<boolean> {
  const run = await hold(id);
  if (!run) return false;
  try {
    await work(run, now);
  } catch (error) {
    if (error instanceof Cancelled) return true;
    await letGo(id, now);
    throw error;
  }
  return true;
}

/** Staff have cancelled the run meanwhile. */
class Cancelled extends Error {}

async function work(run: Run, now: Date): Promise<void> {
  if (run.status === "gathering") await gather(run, now);
  const allowed = await allowedPairs(run.programmeId);
  let scored = run.status === "gathering" ? 0 : run.scored;
  for (let unscored = await loadUnscored(run.id, SCORED_AT_ONCE); unscored.length > 0; ) {
    await score(run.id, unscored, CANDIDATES, allowed);
    scored += unscored.length;
    await sign(run.id, { scored });
    unscored = await loadUnscored(run.id, SCORED_AT_ONCE);
  }
  await sign(run.id, { status: "assigning" });
  const loaded = await loadProblem(run.id);
  let assignment = await assignIn(run.id, loaded);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const unlucky = leftOver(loaded, assignment);
    if (unlucky.length === 0) break;
    await saveCutoffs(run.id, cutoffs(loaded.problem, assignment));
    for (let from = 0; from < unlucky.length; from += SCORED_AT_ONCE) {
      const some = unlucky.slice(from, from + SCORED_AT_ONCE);
      addFound(loaded, await score(run.id, some, CANDIDATES * 4 ** round, allowed));
      await sign(run.id, {});
    }
    assignment = await assignIn(run.id, loaded);
  }
  await clearDrafts(run.id);
  const pairs = await inPieces(explaining(loaded.problem, assignment), () => sign(run.id, {}));
  for (let from = 0; from < pairs.length; from += SAVED_AT_ONCE) {
    await saveDrafts(run, loaded, pairs.slice(from, from + SAVED_AT_ONCE), now);
    await sign(run.id, {});
  }
  await finish(run, now);
}

/** Numbers of those who are left over though there may be more mentors for them. */
function leftOver({ problem, isWhole }: Loaded, { mentorOf }: Assignment): number[] {
  return problem.mentees.flatMap(({ locked }, i) => (locked === null && mentorOf[i] === -1 && !isWhole[i] ? [i + 1] : []));
}

function assignIn(id: string, { problem }: Loaded): Promise<Assignment> {
  return inPieces(assigning(problem), (settled) => sign(id, { settled }));
}

/** A long job, between whose pieces everything else has its turn. */
async function inPieces<Piece, Value>(
  steps: Generator<Piece, Value>,
  beating: (piece: Piece) => Promise<void>,
): Promise<Value> {
  let last = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - last > BEAT_EVERY) {
      await beating(step.value);
      last = performance.now();
    }
    await pause();
  }
}

async function sign(id: string, progress: Parameters<typeof beat>[1]): Promise<void> {
  if (!(await beat(id, progress))) throw new Cancelled();
}
