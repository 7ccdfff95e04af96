import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import * as letters from "@/lib/staff/letters/commands";
import { countOutcomes, findLetter } from "@/lib/staff/letters/queries";
import { letterSweepStep, recipientSweepStep } from "@/lib/staff/letters/sweep-step";
import { sayTo } from "@/lib/staff/letters/wording";
import { downloadList } from "@/lib/staff/lists/commands";
import { carryOn } from "@/lib/staff/matching/carry-on";
import * as matching from "@/lib/staff/matching/commands";
import { choose } from "@/lib/staff/matching/drafts/commands";
import { loadRun } from "@/lib/staff/matching/load";
import { countViews } from "@/lib/staff/matching/queries";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT } from "@/testing/proposals/examples";
import { readFilters } from "./input";
import { listMembers } from "./queries";

// Whom the draft of a whole programme leaves over: a list of members like any other, with its letter and its file.

const NOW = onDay(2);
const TEXT = { subject: "Still looking", words: "Dear {{name}}, we are still looking." };

interface Given {
  staff: Viewer;
  programmeId: string;
  run: string;
  /** Drafted with each other. */
  first: TestMember;
  mentor: TestMember;
  /** A mentee for whom no place was left, and a mentor whom neither mentee wants. */
  left: TestMember;
  spare: TestMember;
}

let given: Given;
let other: Given;

beforeAll(async () => {
  given = await draft("Returners");
  other = await draft("Newcomers");
});

async function draft(name: string): Promise<Given> {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  const programmeId = await openProgramme(staff, SENT_AT, { name });
  const [first, left] = [await insertMentee(), await insertMentee()];
  const [mentor, spare] = [await insertMentor({ capacity: 1 }), await insertMentor({ capacity: 3 })];
  for (const [hours, one] of [first, left].entries()) {
    await joining.join(viewerOf(one), programmeId, "mentee", new Date(SENT_AT.getTime() + hours * 3_600_000));
    await db().block.create({ data: { blockerId: one.id, blockedId: spare.id, at: SENT_AT } });
  }
  for (const one of [mentor, spare]) await joining.join(viewerOf(one), programmeId, "mentor", SENT_AT);
  const begun = await matching.begin(staff, programmeId, NOW);
  if (!begun.ok) throw new Error(begun.reason);
  await carryOn(begun.value, NOW);
  return { staff, programmeId, run: begun.value, first, mentor, left, spare };
}

const numbersOn = async (viewer: Viewer, filters: Record<string, string>) =>
  (await listMembers(viewer, readFilters(filters), SETTINGS, NOW)).members.map(({ number }) => number);

async function numbersInFile(viewer: Viewer, filters: Record<string, string>): Promise<string[]> {
  const file = await downloadList(viewer, "members", filters, SETTINGS, NOW);
  let text = "";
  for await (const piece of file?.pieces ?? []) text += piece;
  const everybody = [given, other].flatMap(({ first, mentor, left, spare }) => [first, mentor, left, spare]);
  return everybody.flatMap(({ number }) => (text.includes(`,${number},`) ? [number] : []));
}

const coordinatorOf = async (...coordinates: string[]): Promise<Viewer> => ({
  ...viewerOf(await insertMember({ isMentor: false, isMentee: false })),
  rights: { coordinates, reads: [] },
});

async function draftLetter(viewer: Viewer, filters: string) {
  const begun = await letters.begin(viewer, { id: randomUUID(), memberId: null, filters, ...TEXT, words: randomUUID() }, NOW);
  if (!begun.ok) throw new Error(begun.reason);
  return begun.value;
}

const recipientsOf = async (letterId: string) =>
  (await db().memberLetterRecipient.findMany({ where: { letterId }, select: { memberId: true } })).map(
    ({ memberId }) => memberId,
  );

test("the list and the file have just those left over, as many as the page of the run counts", async () => {
  const { staff, run, left, spare } = given;
  expect(await countViews(staff, run, null)).toMatchObject({ draft: 1, left: 1, leftMentees: 1, leftMentors: 1 });
  // A search on the page narrows its part of the run, and not whom the letter is for.
  expect(await countViews(staff, run, [])).toMatchObject({ left: 0, leftMentees: 1, leftMentors: 1 });
  for (const [filter, number] of [
    ["leftOverMentees", left.number],
    ["leftOverMentors", spare.number],
  ] as const) {
    expect(await numbersOn(staff, { [filter]: run }), filter).toEqual([number]);
    expect(await numbersInFile(staff, { [filter]: run }), filter).toEqual([number]);
    expect(await numbersOn(staff, { [filter]: run, q: number })).toEqual([number]);
    expect(await numbersOn(staff, { [filter]: randomUUID() })).toEqual([]);
  }
  expect(await numbersOn(staff, { leftOverMentees: run, role: "mentor" })).toEqual([]);
});

test("a coordinator finds those of their own programme, and nobody by the run of another, who is in both or not", async () => {
  const [viewer, { left, run }] = [await coordinatorOf(given.programmeId), given];
  await joining.join(viewerOf(other.left), given.programmeId, "mentee", NOW);
  const read = async (of: Given) => ({
    list: await numbersOn(viewer, { leftOverMentees: of.run }),
    file: await numbersInFile(viewer, { leftOverMentees: of.run }),
    mentors: await numbersOn(viewer, { leftOverMentors: of.run }),
    counted: (await countViews(viewer, of.run, null)).leftMentees,
  });
  expect(await numbersOn(viewer, {})).toContain(other.left.number);
  expect(await read(given)).toEqual({ list: [left.number], file: [left.number], mentors: [given.spare.number], counted: 1 });
  expect(await read(other)).toEqual({ list: [], file: [], mentors: [], counted: 0 });

  const [mine, elsewhere] = [
    await draftLetter(viewer, `?leftOverMentees=${run}`),
    await draftLetter(viewer, `?leftOverMentees=${other.run}`),
  ];
  const [one, two] = [await findLetter(viewer, mine), await findLetter(viewer, elsewhere)];
  expect(one && sayTo(one, SETTINGS)).toContain("Mentees left over in the matching of Returners");
  expect(two && sayTo(two, SETTINGS)).toContain("Mentees left over in a matching that no longer exists");
  expect(await letters.send(viewer, { id: mine, seen: 1, at: null }, SETTINGS, NOW)).toMatchObject({ ok: true });
  expect(await letters.send(viewer, { id: elsewhere, seen: 1, at: null }, SETTINGS, NOW)).toMatchObject({ reason: "nobody" });
  await sweep(letterSweepStep, NOW);
  expect(await recipientsOf(mine)).toEqual([left.id]);
});

test("a letter reaches those who are left over when it is sent, and waits while the programme is matched again", async () => {
  const { staff, run, first, left, mentor } = await draft("Third");
  const [id, soon] = [await draftLetter(staff, `?leftOverMentees=${run}`), new Date(NOW.getTime() + 3_600_000)];
  expect(await letters.send(staff, { id, seen: 1, at: soon }, SETTINGS, NOW)).toMatchObject({ ok: true });
  // Staff give the one mentor to the other mentee, and then match again: the pair is locked.
  expect(await choose(staff, { runId: run, menteeId: left.id, mentorId: mentor.id, seen: 0 }, NOW)).toMatchObject({ ok: true });
  const again = await matching.rerun(staff, { id: run, seen: (await loadRun(run))?.version ?? 0 }, NOW);
  expect(again).toMatchObject({ ok: true });
  expect(await numbersOn(staff, { leftOverMentees: run })).toEqual([]);
  await sweep(letterSweepStep, soon);
  expect((await findLetter(staff, id))?.status).toBe("scheduled");
  expect(await db().$queryRaw(letterSweepStep.overdue?.count(soon) as never)).toMatchObject([{ overdue: 0 }]);
  expect(await recipientsOf(id)).toEqual([]);
  await carryOn(run, NOW);
  await sweep(letterSweepStep, soon);
  expect(await recipientsOf(id)).toEqual([first.id]);
  // What happens to the drafts afterwards changes nothing.
  await matching.end(staff, { id: run, seen: (await loadRun(run))?.version ?? 0 }, NOW);
  await sweep(recipientSweepStep, soon);
  expect(await countOutcomes(staff, id)).toEqual({ "on-its-way": 1 });
  expect(await numbersOn(staff, { leftOverMentees: run })).toEqual([]);
});
