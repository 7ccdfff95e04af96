import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { makeAvailable, makeUnavailable } from "@/lib/pairing/availability/commands";
import { nextId } from "@/lib/pairing/choices/next-id";
import { choiceSweepStep } from "@/lib/pairing/choices/sweep-step";
import * as proposals from "@/lib/pairing/proposals/commands";
import { isKeepable } from "@/lib/pairing/proposals/refusals";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { dose } from "@/testing/dose";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { SENT_AT, WORDS } from "@/testing/proposals/examples";
import { keepPlace, leaveQueue } from "./commands";
import { order, placesToOffer } from "./decide";
import { queueSweepStep } from "./sweep-step";

// Random sequences of proposals with further choices, answers, ends, pauses, places kept and left, jumps of the clock and
// sweeps at once, on the real database. After each step nobody is lost from a queue or in it without a reason, and no place
// is promised twice; after a sweep of its own nobody waits for a place for which nobody is asked.

const SETTINGS = DEFAULT_SETTINGS;
const DAY = 24 * 60 * 60 * 1000;
const NAMES = ["send", "accept", "reject", "withdraw", "end", "keep", "leave"] as const;

type Step =
  | { do: (typeof NAMES)[number]; mentee: number; mentor: number }
  | { do: "pause" | "return"; mentor: number }
  | { do: "wait"; days: number }
  | { do: "sweep"; at_once: number };

const mentee = fc.nat({ max: 3 });
const mentor = fc.nat({ max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("send" as const), mentee, mentor }) },
  { weight: 16, arbitrary: fc.record({ do: fc.constantFrom(...NAMES), mentee, mentor }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("keep" as const), mentee, mentor }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("pause" as const, "return" as const), mentor }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant("sweep" as const), at_once: fc.integer({ min: 1, max: 4 }) }) },
);

/** Four ask for the one place, one is accepted, and two of the others keep theirs: from there on it is random. */
const BEGINNING: Step[] = [
  ...[0, 1, 2, 3].map((mentee) => ({ do: "send" as const, mentee, mentor: 0 })),
  { do: "accept", mentee: 0, mentor: 0 },
  { do: "keep", mentee: 2, mentor: 0 },
  { do: "wait", days: 1 },
  { do: "keep", mentee: 1, mentor: 0 },
];

/** Two proposals of one mentee expire in one sweep: with one of them a place goes, which the other would put first. */
const BOTH_EXPIRE: Step[] = [
  { do: "sweep", at_once: 1 },
  { do: "end", mentee: 0, mentor: 0 },
  { do: "send", mentee: 2, mentor: 0 },
  { do: "wait", days: 21 },
  { do: "sweep", at_once: 1 },
];

let mentees: TestMember[];
let mentors: TestMember[];
let now: Date;
/** Proposals with which a place was kept and not left, however they have fared since. */
let kept: Set<string>;
/** The status of each proposal at the last look. */
let seen: Map<string, string>;

beforeAll(async () => {
  mentees = [await insertMentee(), await insertMentee(), await insertMentee(), await insertMentee()];
  mentors = [await insertMentor({ capacity: 1 }), await insertMentor({ capacity: 2 })];
});
afterAll(clear);

async function clear(): Promise<void> {
  for (const table of ["relationships", "proposals", "notifications", "mails"])
    await db().$executeRawUnsafe(`DELETE FROM "${table}"`);
  await db().mentorProfile.updateMany({ data: { isAvailable: true, availableAgainAt: null } });
  now = SENT_AT;
  kept = new Set();
  seen = new Map();
}

test("in random sequences the queue loses and doubles nobody, and no place is promised twice", async () => {
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      await clear();
      for (const one of BEGINNING) await play(one);
      await check();
      for (const one of steps) {
        await play(one);
        await check();
      }
      await settle();
      asked += await db().mail.count({ where: { kind: { in: ["proposal-asked-again", "proposal-passed-on"] } } });
    }),
    { numRuns: dose(15, 400), examples: [[BOTH_EXPIRE]] },
  );
  // Or it would have tried nothing.
  expect(asked).toBeGreaterThan(20);
}, 600_000);

async function play(one: Step): Promise<void> {
  switch (one.do) {
    case "wait":
      now = new Date(now.getTime() + one.days * DAY);
      return;
    case "sweep":
      await Promise.all(Array.from({ length: one.at_once }, sweepAll));
      return;
    case "pause":
    case "return":
      return pause(viewerOf(mentors[one.mentor] as TestMember), one.do === "pause");
    default:
      return act(one.do, one.mentee, mentors[one.mentor] as TestMember);
  }
}

async function sweepAll(): Promise<void> {
  for (const clockwork of [proposalSweepStep, queueSweepStep, choiceSweepStep] as const)
    await sweep(clockwork as typeof queueSweepStep, now);
}

async function pause(who: ReturnType<typeof viewerOf>, begins: boolean): Promise<void> {
  if (!begins) return void (await makeAvailable(who, now));
  await makeUnavailable(who, null, now);
  await proposals.closeForPause(who, now);
}

/** Of the proposals to this mentor for which the command means something, one is taken by the number of the mentee. */
async function act(name: (typeof NAMES)[number], number: number, to: TestMember): Promise<void> {
  if (name === "send") {
    const other = mentors.find((one) => one.id !== to.id) as TestMember;
    const words = { ...WORDS, choices: [other.id] };
    return void (await proposals.send(viewerOf(mentees[number] as TestMember), to.id, words, SETTINGS, now));
  }
  const found = await db().proposal.findMany({ where: { ...MEANT[name], mentorId: to.id }, orderBy: { movedAt: "desc" } });
  const { id, menteeId } = found[number % Math.max(1, found.length)] ?? {};
  const from = mentees.find((one) => one.id === menteeId);
  if (!id || !from) return;
  const commands = {
    accept: () => proposals.accept(viewerOf(to), id, 1, SETTINGS, now),
    reject: () => proposals.reject(viewerOf(to), id, null, SETTINGS, now),
    withdraw: () => proposals.withdraw(viewerOf(from), id, SETTINGS, now),
    end: () => relationships.end(viewerOf(to), id, null, SETTINGS, now),
    keep: () => keepPlace(viewerOf(from), id, SETTINGS, now),
    leave: () => leaveQueue(viewerOf(from), id, now),
  };
  const { ok } = await commands[name]();
  if (ok && name === "keep") await keptWith(from, to);
  if (ok && name === "leave") kept.delete(id);
}

const OPEN = { status: "sent" };
const MEANT = {
  accept: OPEN,
  reject: OPEN,
  withdraw: OPEN,
  end: { status: "accepted" },
  keep: { status: "withdrawn" },
  leave: { queuePlace: { isNot: null } },
};

/** Who keeps a place with a newer proposal to the same mentor has it with that one. */
async function keptWith(from: TestMember, to: TestMember): Promise<void> {
  const pair = { menteeId: from.id, mentorId: to.id };
  for (const { id } of await db().proposal.findMany({ where: pair, select: { id: true } })) kept.delete(id);
  const place = await db().queuePlace.findUniqueOrThrow({ where: { mentorId_menteeId: pair }, select: { proposalId: true } });
  kept.add(place.proposalId);
}

/** A place is there exactly while it was kept, no proposal of the two has come to an end since, and its mentee has found nobody. */
async function check(): Promise<void> {
  const places = await db().queuePlace.findMany();
  const rows = await db().proposal.findMany();
  const active = await db().relationship.findMany({ where: { endedAt: null } });
  const ended = rows.filter((row) => row.status !== "sent" && !isKeepable(row) && seen.get(row.id) !== row.status);
  seen = new Map(rows.map(({ id, status }) => [id, status]));
  for (const id of kept) {
    const { menteeId, mentorId } = rows.find((row) => row.id === id) ?? {};
    const isMatched = active.some((one) => one.menteeId === menteeId);
    if (isMatched || ended.some((one) => one.menteeId === menteeId && one.mentorId === mentorId)) kept.delete(id);
  }
  expect(places.map(({ proposalId }) => proposalId).sort()).toEqual([...kept].sort());
  for (const place of places.filter(({ askedPlace }) => askedPlace !== null))
    expect(rows.find(({ id }) => id === place.proposalId)?.status).toBe("sent");
  for (const [i, { id }] of mentors.entries()) {
    const taken = active.filter(({ mentorId }) => mentorId === id).length;
    const open = rows.filter(({ mentorId, status, expiresAt }) => mentorId === id && status === "sent" && expiresAt > now);
    expect(taken).toBeLessThanOrEqual(i + 1);
    // Full means closed.
    if (taken > i) expect(open).toEqual([]);
    expect(places.filter(({ mentorId, askedPlace }) => mentorId === id && askedPlace !== null).length).toBeLessThanOrEqual(
      i + 1,
    );
  }
  for (const { id } of mentees)
    expect(rows.filter(({ menteeId, status }) => menteeId === id && status === "sent").length).toBeLessThanOrEqual(3);
}

/** One sweep alone asks for those, and only those, who come first by the pure order; after it nothing is left to do. */
async function settle(): Promise<void> {
  await sweep(proposalSweepStep, now);
  const places = await db().queuePlace.findMany();
  const listed = await db().mentorListing.findMany({ select: { memberId: true, placesFree: true } });
  const rows = await db().proposal.findMany();
  const expected = listed.flatMap(({ memberId, placesFree }) => {
    const queue = places.filter(({ mentorId }) => mentorId === memberId);
    const asked = queue.flatMap(({ askedPlace }) => askedPlace ?? []);
    const isOpen = ({ menteeId }: { menteeId: string }) =>
      rows.some((row) => row.menteeId === menteeId && row.mentorId === memberId && row.status === "sent");
    const waiting = queue.filter((place) => place.askedPlace === null && !isOpen(place)).sort(order);
    return waiting.slice(0, placesToOffer(placesFree, asked).length).map(({ proposalId }) => proposalId);
  });
  await sweep(queueSweepStep, now);
  const after = await db().queuePlace.findMany({ where: { askedPlace: { not: null } }, select: { proposalId: true } });
  const before = places.filter(({ askedPlace }) => askedPlace !== null).map(({ proposalId }) => proposalId);
  expect(after.map(({ proposalId }) => proposalId).sort()).toEqual([...before, ...expected].sort());
  await check();
  expect((await sweep(queueSweepStep, now)).askedAgain ?? 0).toBe(0);
  await settleChoices();
}

/** Each proposal goes on to one next choice at the most; what is left to go on waits for a mentee who has as many open as they may. */
async function settleChoices(): Promise<void> {
  await sweep(choiceSweepStep, now);
  const rows = await db().proposal.findMany({ select: { id: true, menteeId: true, mentorId: true, status: true } });
  const due = await db().proposalChoice.findMany({ where: { isDue: true }, select: { menteeId: true } });
  for (const { menteeId } of due)
    expect(rows.filter((row) => row.menteeId === menteeId && row.status === "sent").length).toBe(
      SETTINGS.proposals.openPerMentee,
    );
  const ids = new Set(rows.map(({ id }) => id));
  for (const { id, menteeId, mentorId } of rows) {
    const next = rows.find((row) => row.id === nextId(id));
    if (next) expect([next.menteeId, next.mentorId === mentorId]).toEqual([menteeId, false]);
    // What waits for its answer, or has been taken back, has not gone on meanwhile: its choices would be due, or gone.
    if (next) expect(ids.has(nextId(next.id)) && next.status === "sent").toBe(false);
  }
  expect((await sweep(choiceSweepStep, now)).passedOn ?? 0).toBe(0);
  await check();
}
