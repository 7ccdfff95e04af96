import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { people } from "../fixtures";

const LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis";

/** A run with drafts, somebody left over and a pair that could not be published, and another run that is at work. */
export async function draftMatches(startedById: string, at: Date) {
  const [run, workingRun] = [randomUUID(), randomUUID()];
  const began = { startedById, startedAt: at };
  const counts = { mentees: 3, scored: 3, settled: 3, places: 2 };
  await db().matchingRun.create({
    data: { id: run, programmeId: await copyOfScheme(at), ...began, status: "drafted", ...counts },
  });
  // Nobody's: its lease never ends, so that no sweep finishes it while it is looked at.
  const work = {
    status: "scoring",
    dueAt: at,
    heldUntil: new Date("2100-01-01T00:00:00Z"),
    mentees: 10_000,
    scored: 4_200,
    places: 9_000,
  };
  await db().matchingRun.create({ data: { id: workingRun, programmeId: await copyOfScheme(at), ...began, ...work } });
  const [helen, gareth] = [await people.mentor({ capacity: 2 }, { name: LONG_NAME }), await people.mentor()];
  const mentees = [await people.mentee(), await people.mentee(), await people.mentee(), await people.mentee()];
  const wishes = { topics: 2n, methods: 4n, languages: 2n };
  for (const [i, { id: memberId }] of mentees.entries()) {
    const n = i + 1;
    await db().matchingMentee.create({
      data: {
        runId: run,
        n,
        memberId,
        since: at,
        ...wishes,
        mentors: [1, 2],
        scores: [4_000, 2_000],
        isScored: true,
        isWhole: true,
      },
    });
  }
  for (const [i, { id: memberId }] of [helen, gareth].entries())
    await db().matchingMentor.create({ data: { runId: run, n: i + 1, memberId, places: 2, ...wishes, calm: 15 } });
  const [first, second, third] = mentees.map(({ id }) => id);
  const draft = { runId: run, state: "draft", origin: "whole", changedAt: at };
  const pairs = [
    { menteeId: first ?? "", mentorId: helen.id, place: 1, wish: 1, fitBetter: 1, ratherMentees: [2], isLocked: true },
    { menteeId: second ?? "", mentorId: gareth.id, place: 1, wish: 2, ratherMentors: [1] },
    { menteeId: third ?? "", mentorId: gareth.id, place: 2, state: "refused", refusal: "mentor-full" },
  ];
  for (const pair of pairs) await db().match.create({ data: { id: randomUUID(), ...draft, ...pair }, select: { id: true } });
  return { run, workingRun, matched: second ?? "" };
}

/** A programme for one run alone: a programme has one at a time, and whoever looks at another page would end this one. */
async function copyOfScheme(at: Date): Promise<string> {
  const always = { name: "Returners", forWhom: "Anybody", status: "draft", time: "always", finding: "staff", own: {} };
  const data = { id: randomUUID(), ...always, createdAt: at, movedAt: at };
  return (await db().programme.create({ data, select: { id: true } })).id;
}
