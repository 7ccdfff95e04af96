import type { Assignment, Problem, WaitingMentee } from "./assignment";
import { isPreferred, type Suitor, suitor, wishesOf } from "./preferences";

/** Requests between two breaks: a few milliseconds. */
const AT_ONCE = 2_000;

interface Held {
  mentee: number;
  as: Suitor;
}

/**
 * Deferred acceptance: each mentee asks their best candidate who has not turned them down, and a mentor keeps the best of those who ask,
 * as many as there are places. The result is stable: no mentee and mentor would both rather have each other. Locked pairs keep their
 * places whatever comes. Yields now and then how many mentees have settled so far, so that the caller can let others have their turn,
 * and give up.
 */
export function* assigning(problem: Problem): Generator<number, Assignment> {
  const { mentees, mentors } = problem;
  const mentorOf = new Int32Array(mentees.length).fill(-1);
  const lockedTo: number[][] = mentors.map(() => []);
  mentees.forEach(({ locked }, mentee) => {
    if (locked === null) return;
    mentorOf[mentee] = locked;
    lockedTo[locked]?.push(mentee);
  });
  const places = mentors.map((mentor, i) => Math.max(0, mentor.places - (lockedTo[i]?.length ?? 0)));
  const held: Held[][] = mentors.map(() => []);
  const wishes: (Int32Array | undefined)[] = new Array(mentees.length);
  const next = new Int32Array(mentees.length);
  const asking = mentees.flatMap(({ locked }, mentee) => (locked === null ? [mentee] : []));
  let requests = 0;
  for (let mentee = asking.pop(); mentee !== undefined; mentee = asking.pop()) {
    if (++requests % AT_ONCE === 0) yield mentees.length - asking.length;
    const { candidates } = mentees[mentee] as WaitingMentee;
    wishes[mentee] ??= wishesOf(mentees[mentee] as WaitingMentee, mentors);
    const wish = wishes[mentee]?.[next[mentee] ?? 0];
    if (wish === undefined) continue;
    next[mentee] = (next[mentee] ?? 0) + 1;
    const mentor = candidates.mentors[wish] ?? -1;
    const as = suitor(problem, mentee, candidates.scores[wish] ?? 0);
    const rejected = offer(held[mentor] ?? [], places[mentor] ?? 0, { mentee, as });
    if (rejected !== mentee) mentorOf[mentee] = mentor;
    if (rejected === null) continue;
    mentorOf[rejected] = -1;
    asking.push(rejected);
  }
  const menteesOf = held.map((kept, i) => [...(lockedTo[i] ?? []), ...kept.map(({ mentee }) => mentee)]);
  return { mentorOf, menteesOf };
}

/** Runs a job that yields to its end, in one go. */
export function atOnce<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A mentor keeps the one who asks, or does not. Returns who has no place with them, if anybody. */
function offer(held: Held[], places: number, asks: Held): number | null {
  if (places === 0) return asks.mentee;
  if (held.length < places) {
    held.push(asks);
    return null;
  }
  const worst = held.reduce((last, one, i) => (isPreferred((held[last] as Held).as, one.as) ? i : last), 0);
  const other = held[worst] as Held;
  if (!isPreferred(asks.as, other.as)) return asks.mentee;
  held[worst] = asks;
  return other.mentee;
}
