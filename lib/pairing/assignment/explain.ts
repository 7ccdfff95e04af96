import type { Assignment, Problem, WaitingMentee } from "./assignment";
import { isPreferred, type Suitor, suitor, wishesOf } from "./preferences";

/** Nobody reads more names than this. */
const MOST_NAMED = 3;

/** A pair, and whom either of the two would rather have; people by their places in the lists. */
export interface Explained {
  mentee: number;
  mentor: number;
  score: number;
  /** The mentee's mentors who come before this one, best first: `ratherMentors` names the first few of `wish` - 1. */
  wish: number;
  ratherMentors: number[];
  /** How many mentees the mentor would rather have, of those who could have them. */
  fitBetter: number;
  ratherMentees: number[];
}

/** Mentees between two breaks: a few milliseconds. */
const AT_ONCE = 200;

/** Why each pair of an assignment is one, without the locked ones. Yields now and then, so that the caller can let others have their turn. */
export function* explaining(problem: Problem, { mentorOf }: Assignment): Generator<undefined, Explained[]> {
  const pairs: Explained[] = [];
  const held: Explained[][] = problem.mentors.map(() => []);
  for (const [i, mentee] of problem.mentees.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) yield;
    const mentor = mentorOf[i] ?? -1;
    if (mentor < 0 || mentee.locked !== null) continue;
    const pair = pairOf(problem, i, mentor);
    pairs.push(pair);
    held[mentor]?.push(pair);
  }
  for (const [i, mentee] of problem.mentees.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) yield;
    const { mentors, scores } = mentee.candidates;
    for (const [at, mentor] of mentors.entries())
      if (mentorOf[i] !== mentor) for (const pair of held[mentor] ?? []) count(problem, pair, i, scores[at] ?? 0);
  }
  return pairs;
}

function pairOf({ mentees, mentors }: Problem, mentee: number, mentor: number): Explained {
  const { candidates } = mentees[mentee] as WaitingMentee;
  const wishes = wishesOf(mentees[mentee] as WaitingMentee, mentors);
  const own = candidates.mentors.indexOf(mentor);
  const wish = wishes.indexOf(own) + 1;
  const ratherMentors = Array.from(wishes.subarray(0, Math.min(wish - 1, MOST_NAMED)), (one) => candidates.mentors[one] ?? -1);
  return { mentee, mentor, score: candidates.scores[own] ?? 0, wish, ratherMentors, fitBetter: 0, ratherMentees: [] };
}

function count(problem: Problem, pair: Explained, mentee: number, score: number): void {
  if (!isPreferred(suitor(problem, mentee, score), suitor(problem, pair.mentee, pair.score))) return;
  pair.fitBetter += 1;
  if (pair.ratherMentees.length < MOST_NAMED) pair.ratherMentees.push(mentee);
}

/** The least that a mentee must offer a mentor to be kept by them. */
export type Cutoff = Suitor | "free" | "closed";

/** What each mentor would ask of one more mentee: nothing while they have a place free, to be better than their last one otherwise. */
export function cutoffs(problem: Problem, { menteesOf }: Assignment): Cutoff[] {
  return problem.mentors.map(({ places }, mentor) => {
    const mentees = menteesOf[mentor] ?? [];
    if (mentees.length < places) return "free";
    const suitors = mentees
      .filter((mentee) => problem.mentees[mentee]?.locked === null)
      .map((mentee) => suitor(problem, mentee, scoreOf(problem.mentees[mentee] as WaitingMentee, mentor)));
    const [first, ...others] = suitors;
    return first ? others.reduce((worst, one) => (isPreferred(worst, one) ? one : worst), first) : "closed";
  });
}

function scoreOf({ candidates }: WaitingMentee, mentor: number): number {
  return candidates.scores[candidates.mentors.indexOf(mentor)] ?? 0;
}
