import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dose } from "@/testing/dose";
import { assigning, atOnce } from "./assign";
import type { Assignment, Candidates, Problem, WaitingMentee } from "./assignment";
import { cutoffs, explaining } from "./explain";
import { isPreferred, suitor, wishesOf } from "./preferences";

const assign = (problem: Problem) => atOnce(assigning(problem));

interface Fit {
  mentor: number;
  score: number;
}

const listOf = (fits: readonly Fit[]): Candidates => ({
  mentors: Int32Array.from(fits, ({ mentor }) => mentor),
  scores: Int32Array.from(fits, ({ score }) => score),
});

const fitsOf = ({ candidates }: WaitingMentee): Fit[] =>
  Array.from(candidates.mentors, (mentor, i) => ({ mentor, score: candidates.scores[i] ?? 0 }));

/** Whom a mentee would like, best first. */
function likedBy(mentee: WaitingMentee, { mentors }: Problem): Fit[] {
  const fits = fitsOf(mentee);
  return Array.from(wishesOf(mentee, mentors), (wish) => fits[wish] as Fit);
}

/** Ids whose order says nothing of the order of the rows. */
const idOf = (kind: string, i: number) => `${kind}${(i * 7919) % 101}-${i}`;

/** Small enough for brute force where `most` is; scores of few values, so that many are equal. */
const problems = (most: number) =>
  fc
    .record({ mentees: fc.integer({ min: 0, max: most }), mentors: fc.integer({ min: 0, max: most }) })
    .chain(({ mentees, mentors }) =>
      fc.record({
        places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: mentors, maxLength: mentors }),
        people: fc.array(
          fc.record({
            since: fc.integer({ min: 0, max: 3 }),
            scores: fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3 }), {
              minLength: mentors,
              maxLength: mentors,
            }),
            locked: fc.option(fc.nat(), { freq: 6 }),
          }),
          { minLength: mentees, maxLength: mentees },
        ),
      }),
    )
    .map(({ places, people }): Problem => {
      const left = [...places];
      return {
        mentors: places.map((count, i) => ({ id: idOf("m", i), places: count })),
        mentees: people.map(({ since, scores, locked }, i) => {
          const wanted = locked === null || places.length === 0 ? null : locked % places.length;
          const isFree = wanted !== null && (left[wanted] ?? 0) > 0;
          if (isFree) left[wanted] = (left[wanted] ?? 0) - 1;
          const fits = scores.flatMap((score, mentor) => (score === null ? [] : [{ mentor, score }]));
          return { id: idOf("w", i), since, candidates: listOf(fits), locked: isFree ? wanted : null };
        }),
      };
    });

/** A mentee and a mentor who would both rather have each other than whom they have. */
function findBlocking(problem: Problem, { mentorOf, menteesOf }: Assignment): string[] {
  return problem.mentees.flatMap((mentee, i) => {
    if (mentee.locked !== null) return [];
    const wishes = likedBy(mentee, problem);
    const own = wishes.findIndex(({ mentor }) => mentor === mentorOf[i]);
    return wishes
      .slice(0, own < 0 ? wishes.length : own)
      .filter(({ mentor, score }) => {
        const held = menteesOf[mentor] ?? [];
        if (held.length < (problem.mentors[mentor]?.places ?? 0)) return true;
        return held.some((other) => {
          if (problem.mentees[other]?.locked !== null) return false;
          const theirs = fitsOf(problem.mentees[other] as WaitingMentee).find((one) => one.mentor === mentor)?.score ?? 0;
          return isPreferred(suitor(problem, i, score), suitor(problem, other, theirs));
        });
      })
      .map(({ mentor }) => `${mentee.id} and ${problem.mentors[mentor]?.id}`);
  });
}

const named = (problem: Problem, { mentorOf }: Assignment) =>
  Object.fromEntries(problem.mentees.map(({ id }, i) => [id, problem.mentors[mentorOf[i] ?? -1]?.id ?? null]));

describe("matching a whole programme", () => {
  test("is stable, keeps places and locks, and matches nobody with somebody who is no candidate", () => {
    fc.assert(
      fc.property(problems(12), (problem) => {
        const assignment = assign(problem);
        expect(findBlocking(problem, assignment)).toEqual([]);
        problem.mentors.forEach(({ places }, i) => {
          expect(assignment.menteesOf[i]?.length).toBeLessThanOrEqual(places);
        });
        problem.mentees.forEach(({ candidates, locked }, i) => {
          const mentor = assignment.mentorOf[i] ?? -1;
          if (locked !== null) expect(mentor).toBe(locked);
          else if (mentor >= 0) expect([...candidates.mentors]).toContain(mentor);
          if (mentor >= 0) expect(assignment.menteesOf[mentor]).toContain(i);
        });
      }),
      { numRuns: dose(200, 20_000) },
    );
  });

  test("gives the same answer however the rows are ordered", () => {
    fc.assert(
      fc.property(problems(10), fc.infiniteStream(fc.nat()), (problem, lots) => {
        const shuffled = shuffle(problem, () => lots.next().value ?? 0);
        expect(named(shuffled, assign(shuffled))).toEqual(named(problem, assign(problem)));
      }),
      { numRuns: dose(100, 5_000) },
    );
  });

  test("gives each mentee the best mentor of all stable answers, as trying every answer shows", () => {
    fc.assert(
      fc.property(problems(4), (problem) => {
        const found = assign(problem);
        for (const other of everyAnswer(problem)) {
          if (findBlocking(problem, other).length > 0) continue;
          problem.mentees.forEach((mentee, i) => {
            const wishes = likedBy(mentee, problem).map(({ mentor }) => mentor);
            const rank = (of: Assignment) => (of.mentorOf[i] === -1 ? wishes.length : wishes.indexOf(of.mentorOf[i] ?? -1));
            if (mentee.locked === null) expect(rank(found)).toBeLessThanOrEqual(rank(other));
          });
        }
      }),
      { numRuns: dose(60, 2_000) },
    );
  });

  test("says whom either would rather have, and what a mentor asks of one more", () => {
    const problem: Problem = {
      mentors: [
        { id: "gareth", places: 1 },
        { id: "helen", places: 2 },
      ],
      mentees: [
        { id: "amina", since: 2, candidates: both(9, 5), locked: null },
        { id: "ben", since: 1, candidates: both(9, 4), locked: null },
        { id: "carla", since: 3, candidates: listOf([{ mentor: 0, score: 7 }]), locked: null },
      ],
    };
    const assignment = assign(problem);
    expect(named(problem, assignment)).toEqual({ amina: "helen", ben: "gareth", carla: null });
    expect(atOnce(explaining(problem, assignment))).toEqual([
      { mentee: 0, mentor: 1, score: 5, wish: 2, ratherMentors: [0], fitBetter: 0, ratherMentees: [] },
      { mentee: 1, mentor: 0, score: 9, wish: 1, ratherMentors: [], fitBetter: 0, ratherMentees: [] },
    ]);
    expect(cutoffs(problem, assignment)).toEqual([{ score: 9, since: 1, id: "ben" }, "free"]);
    const lockedIn = { ...problem, mentees: problem.mentees.map((one, i) => (i === 2 ? { ...one, locked: 0 } : one)) };
    expect(named(lockedIn, assign(lockedIn))).toEqual({ amina: "helen", ben: "helen", carla: "gareth" });
    expect(cutoffs(lockedIn, assign(lockedIn))).toEqual(["closed", { score: 4, since: 1, id: "ben" }]);
  });
});

function both(first: number, second: number) {
  return listOf([
    { mentor: 0, score: first },
    { mentor: 1, score: second },
  ]);
}

function shuffle({ mentees, mentors }: Problem, lot: () => number): Problem {
  const order = <One>(list: readonly One[]) =>
    list
      .map((one, i) => ({ one, i, at: lot() }))
      .sort((a, b) => a.at - b.at || a.i - b.i)
      .map(({ one, i }) => ({ one, i }));
  const [newMentors, newMentees] = [order(mentors), order(mentees)];
  const to = (mentor: number) => newMentors.findIndex(({ i }) => i === mentor);
  return {
    mentors: newMentors.map(({ one }) => one),
    mentees: newMentees.map(({ one }) => ({
      ...one,
      locked: one.locked === null ? null : to(one.locked),
      candidates: listOf(order(fitsOf(one)).map(({ one: { mentor, score } }) => ({ mentor: to(mentor), score }))),
    })),
  };
}

/** Every way to match these few, within places and locks. */
function* everyAnswer({ mentees, mentors }: Problem, from: readonly number[] = []): Generator<Assignment> {
  const mentee = mentees[from.length];
  if (!mentee) {
    const menteesOf = mentors.map((_, mentor) => from.flatMap((one, i) => (one === mentor ? [i] : [])));
    yield { mentorOf: Int32Array.from(from), menteesOf };
    return;
  }
  const open = mentee.locked === null ? [-1, ...mentee.candidates.mentors] : [mentee.locked];
  for (const mentor of open) {
    const taken = from.filter((one) => one === mentor).length;
    const later = mentees.slice(from.length + 1).filter(({ locked }) => locked === mentor).length;
    const isOpen = mentor === -1 || mentee.locked !== null || taken + later < (mentors[mentor]?.places ?? 0);
    if (isOpen) yield* everyAnswer({ mentees, mentors }, [...from, mentor]);
  }
}
