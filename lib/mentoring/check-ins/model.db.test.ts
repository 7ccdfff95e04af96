import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Role } from "@/lib/foundation/viewer";
import * as messages from "@/lib/pairing/conversations/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { rhythmOf } from "@/lib/pairing/relationships/rhythm";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { findRelationshipRecord } from "@/lib/staff/relationships/queries";
import { dose } from "@/testing/dose";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { SENT_AT, WORDS } from "@/testing/proposals/examples";
import { listWaiting } from "@/testing/waiting";
import type { Case } from "./check-in";
import * as checkIns from "./commands";
import { findCheckIn } from "./queries";
import { ANSWERS, type Answer } from "./question";
import { checkInSweepStep } from "./sweep-step";
import { CHECK_IN_WAITING, toOpenQuestion } from "./waiting";

// Random sequences of answers, pauses, meetings, messages, jumps of the clock and sweeps at once, on the real database. After each step
// the two are asked what the days say and nothing while they pause, each once; Home and staff see what the rules say.

const ZONE = SETTINGS.society.timeZone;
const { askIfMetOnDays, askIfStillMeetingAfterDays } = SETTINGS.relationships;

type Step =
  | { do: "answer"; by: Role; answer: Answer }
  | { do: "suggest a pause" | "agree to it" | "drop it"; by: Role; days: number }
  | { do: "meet" | "write"; by: Role }
  | { do: "wait"; days: number }
  | { do: "sweep"; at_once: number };

const by = fc.constantFrom<Role>("mentee", "mentor");
const answers = ANSWERS.filter((one) => one !== "not-going");
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("answer" as const), by, answer: fc.constantFrom(...answers) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("suggest a pause" as const, "agree to it" as const, "drop it" as const),
      by,
      days: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("meet" as const, "write" as const), by }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 50 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("sweep" as const), at_once: fc.integer({ min: 1, max: 3 }) }) },
);

let two: Record<Role, TestMember>;
let staff: TestMember;
let id: string;
let now: Date;
const seen = new Set<string>();

beforeAll(async () => {
  two = { mentee: await insertMentee(), mentor: await insertMentor() };
  staff = await insertMember({ staff: "staff" });
});
beforeEach(() => seen.clear());

async function begin(): Promise<void> {
  for (const table of [
    "relationships",
    "proposals",
    "messages",
    "conversations",
    "conversation_readers",
    "notifications",
    "mails",
  ])
    await db().$executeRawUnsafe(`DELETE FROM "${table}"`);
  now = SENT_AT;
  const sent = await proposals.send(viewerOf(two.mentee), two.mentor.id, WORDS, SETTINGS, now);
  id = sent.ok ? sent.value : "";
  await proposals.accept(viewerOf(two.mentor), id, 1, SETTINGS, now);
}

test("in random sequences the two are asked when the days say, once each, and never while they pause", async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 6, maxLength: 16 }), async (haveMet, steps) => {
      await begin();
      if (haveMet) await play({ do: "meet", by: "mentee" });
      for (const one of steps) await play(one);
      await sweepAndCheck(2);
    }),
    { numRuns: dose(12, 400) },
  );
  // Of the five rhythms and both questions; or it would have tried nothing.
  expect(seen.size).toBeGreaterThanOrEqual(dose(4, 7));
}, 600_000);

async function play(one: Step): Promise<void> {
  switch (one.do) {
    case "wait":
      now = addDays(now, one.days, ZONE);
      break;
    case "sweep":
      return sweepAndCheck(one.at_once);
    case "meet":
      await relationships.holdFirstConversation(viewerOf(two[one.by]), id, now, SETTINGS, now);
      break;
    case "write":
      await messages.send(viewerOf(two[one.by]), { relationshipId: id, key: randomUUID(), words: "Hello" }, now);
      break;
    case "answer":
      await checkIns.answer(
        { memberId: two[one.by].id },
        { id, round: (await load()).round, answer: one.answer },
        SETTINGS,
        now,
      );
      break;
    default:
      await pause(one);
  }
  await check();
}

async function pause(one: Extract<Step, { days: number; by: Role }>): Promise<void> {
  const member = { memberId: two[one.by].id };
  const { pauseAskedUntil } = await load();
  if (one.do === "suggest a pause") await checkIns.askPause(member, id, addDays(now, one.days, ZONE), SETTINGS, now);
  if (one.do === "agree to it" && pauseAskedUntil) await checkIns.agreePause(member, id, pauseAskedUntil, SETTINGS, now);
  if (one.do === "drop it") await checkIns.dropPause(member, id, SETTINGS, now);
}

async function load() {
  const row = await db().checkIn.findUniqueOrThrow({ where: { relationshipId: id } });
  const rhythm = await db().relationshipRhythm.findUniqueOrThrow({ where: { relationshipId: id } });
  const last = await db().message.findFirst({ orderBy: { number: "desc" }, select: { sentAt: true } });
  return { ...row, startedAt: rhythm.startedAt, lastTogetherAt: rhythm.lastAt, lastMessageAt: last?.sentAt ?? null };
}
type Loaded = Awaited<ReturnType<typeof load>>;

/** What should be asked now, from the words of the rule: on the days of the first question, or after a long silence. */
function expected(one: Loaded): Case["question"] {
  if (one.pausedUntil && one.pausedUntil > now) return null;
  const last = (...instants: (Date | null)[]) => new Date(Math.max(...instants.map((at) => at?.getTime() ?? 0)));
  const since = last(one.countsFrom, one.askedAt, one.handedAt);
  const hasMet = one.lastTogetherAt > one.startedAt || one.handedAt !== null;
  const days = hasMet ? [] : askIfMetOnDays.map((day) => addDays(one.startedAt, day, ZONE)).filter((at) => at > since);
  if (days.length > 0) return days.some((at) => at <= now) ? "met" : null;
  const silence = addDays(last(since, one.startedAt, one.lastTogetherAt, one.lastMessageAt), askIfStillMeetingAfterDays, ZONE);
  return silence <= now ? "still" : null;
}

async function sweepAndCheck(at_once: number): Promise<void> {
  const before = await load();
  await Promise.all(Array.from({ length: at_once }, () => sweep(checkInSweepStep, now)));
  const after = await load();
  // While one waits for the other it is their answer, or staff, that comes next.
  const question = before.waiting && !before.handedAt ? null : expected(before);
  if (!before.waiting || before.handedAt) {
    expect(after.round).toBe(before.round + (question ? 1 : 0));
    if (question) expect([after.question, after.askedAt]).toEqual([question, now]);
  }
  if (question) seen.add(`asked ${question}`);
  if (before.pausedUntil && before.pausedUntil > now)
    expect([after.round, after.handedAt]).toEqual([before.round, before.handedAt]);
  expect(after.dueAt && after.dueAt > now).toBe(true);
  await check();
}

async function check(): Promise<void> {
  const one = await load();
  const asked = await db().mail.count({ where: { kind: { in: ["have-you-met", "still-meeting"] } } });
  expect(asked).toBe(2 * one.round);
  for (const role of ["mentee", "mentor"] as const) {
    const open = (await findCheckIn(viewerOf(two[role]), id, SETTINGS, now))?.open ?? null;
    const home = (await listWaiting([CHECK_IN_WAITING], viewerOf(two[role]), now)).flatMap((row) => toOpenQuestion(row) ?? []);
    expect(home).toEqual(open ? [open] : []);
    if (one.pausedUntil && one.pausedUntil > now) expect(open).toBeNull();
  }
  const { startedAt, lastTogetherAt: lastAt, lastMessageAt, pausedUntil } = one;
  const { agreedUntil } = await db().relationship.findUniqueOrThrow({ where: { id }, select: { agreedUntil: true } });
  const rhythm = agreedUntil > now ? rhythmOf({ startedAt, lastAt, lastMessageAt, pausedUntil }, SETTINGS, now) : null;
  expect((await findRelationshipRecord(viewerOf(staff), id, SETTINGS, now))?.rhythm).toBe(rhythm);
  if (rhythm) seen.add(rhythm);
}
