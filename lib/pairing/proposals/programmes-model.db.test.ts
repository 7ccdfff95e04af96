import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Viewer } from "@/lib/foundation/viewer";
import { choiceSweepStep } from "@/lib/pairing/choices/sweep-step";
import * as joining from "@/lib/pairing/joining/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import { NOTHING_OF_ITS_OWN } from "@/lib/pairing/programmes/programme";
import { keepPlace } from "@/lib/pairing/queue/commands";
import { queueSweepStep } from "@/lib/pairing/queue/sweep-step";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { dose } from "@/testing/dose";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { SENT_AT, WORDS } from "@/testing/proposals/examples";
import { closeOvertaken } from "./closing";
import * as proposals from "./commands";
import { proposalSweepStep } from "./sweep-step";

// Random sequences of proposals in two programmes and the society's scheme, of answers, ends, joining and leaving, places lowered, a
// programme closed and reopened, two things at once and sweeps, on the real database. After each step nobody has more in a programme than
// that allows, nor more in all than they offer, and nothing was sent where nothing may be.

const SETTINGS = DEFAULT_SETTINGS;
const DAY = 24 * 60 * 60 * 1000;
/** Of the society's scheme, the first programme and the second: how many open proposals and mentors a mentee may have. */
const LIMITS = [
  { open: SETTINGS.proposals.openPerMentee, mentors: SETTINGS.relationships.mentorsPerMentee, expireAfterDays: 21 },
  { open: 1, mentors: 2, expireAfterDays: 5 },
  { open: 2, mentors: 1, expireAfterDays: 9 },
] as const;
const CAPACITIES = [2, 3];

const NAMES = ["send", "accept", "reject", "withdraw", "reopen", "keep", "end"] as const;
type Step =
  | { do: (typeof NAMES)[number]; mentee: number; mentor: number; programme: number }
  | { do: "join" | "leave"; who: number; programme: number }
  | { do: "limit"; mentor: number; programme: number; places: number | null }
  | { do: "close" | "open"; programme: number }
  | { do: "wait"; days: number }
  | { do: "sweep" };

const mentee = fc.nat({ max: 2 });
const mentor = fc.nat({ max: 1 });
const programme = fc.nat({ max: 2 });
const named = fc.integer({ min: 1, max: 2 });
const pair = { mentee, mentor, programme };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("send" as const), ...pair }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant("accept" as const), ...pair }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constantFrom(...NAMES), ...pair }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("join" as const, "leave" as const), who: fc.nat({ max: 4 }), programme: named }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("limit" as const), mentor, programme: named, places: fc.constantFrom(1, 2, null) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("close" as const, "open" as const), programme: named }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 4, arbitrary: fc.constant({ do: "sweep" as const }) },
);

let staff: Viewer;
let mentees: Viewer[];
let mentors: Viewer[];
/** The society's scheme is null. */
let places: (string | null)[];
let now: Date;

beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
  mentees = (await Promise.all([insertMentee(), insertMentee(), insertMentee()])).map(viewerOf);
  mentors = (await Promise.all(CAPACITIES.map((capacity) => insertMentor({ capacity })))).map(viewerOf);
  const own = ({ open, mentors, expireAfterDays }: (typeof LIMITS)[number]) => ({
    own: { ...NOTHING_OF_ITS_OWN, openPerMentee: open, mentorsPerMentee: mentors, expireAfterDays },
  });
  places = [null, await openProgramme(staff, SENT_AT, own(LIMITS[1])), await openProgramme(staff, SENT_AT, own(LIMITS[2]))];
});
afterAll(clear);

async function clear(): Promise<void> {
  for (const table of ["relationships", "proposals", "notifications", "mails", "programme_members"])
    await db().$executeRawUnsafe(`DELETE FROM "${table}"`);
  now = SENT_AT;
  for (const programme of [1, 2]) {
    await move(programme, "reopen");
    for (let who = 0; who < 5; who++) await play({ do: "join", who, programme });
  }
}

test("in random sequences each programme keeps its limits, and nobody has more than they offer in all", async () => {
  let begun = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 6, maxLength: 20 }),
      async (rounds) => {
        await clear();
        for (const round of rounds) {
          const before = new Set((await db().proposal.findMany({ select: { id: true } })).map(({ id }) => id));
          await Promise.all(round.map(play));
          await check(before, round);
        }
        // What two things at the same moment may have left, the nightly job mends.
        await closeOvertaken(null, SETTINGS, now);
        await checkClosed();
        begun += await db().relationship.count();
      },
    ),
    { numRuns: dose(25, 300) },
  );
  // Or it would have tried nothing.
  expect(begun).toBeGreaterThan(20);
}, 600_000);

async function play(one: Step): Promise<void> {
  switch (one.do) {
    case "wait":
      now = new Date(now.getTime() + one.days * DAY);
      return;
    case "sweep":
      for (const one of [proposalSweepStep, queueSweepStep, choiceSweepStep]) await sweep(one as typeof proposalSweepStep, now);
      return;
    case "join":
    case "leave": {
      const isMentee = one.who < 3;
      const who = (isMentee ? mentees[one.who] : mentors[one.who - 3]) as Viewer;
      const command = one.do === "join" ? joining.join : joining.leave;
      await command(who, places[one.programme] ?? "", isMentee ? "mentee" : "mentor", now);
      return;
    }
    case "limit":
      await joining.limit(mentors[one.mentor] as Viewer, places[one.programme] ?? "", one.places, now);
      return;
    case "close":
    case "open":
      return move(one.programme, one.do === "close" ? "close" : "reopen");
    default:
      return act(one.do, mentees[one.mentee] as Viewer, mentors[one.mentor] as Viewer, places[one.programme] ?? null);
  }
}

async function move(programme: number, type: "close" | "reopen"): Promise<void> {
  const id = places[programme] ?? "";
  const { version } = await db().programme.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await programmes.move(staff, { id, seen: version }, type, now);
}

async function act(what: (typeof NAMES)[number], from: Viewer, to: Viewer, programmeId: string | null): Promise<void> {
  if (what === "send") {
    await proposals.send(from, to.memberId, { ...WORDS, programmeId }, SETTINGS, now);
    return;
  }
  // A mentor accepts whatever is open to them: of a pair and programme by chance there would seldom be anything.
  const where = { menteeId: from.memberId, mentorId: to.memberId, programmeId };
  const found = await db().proposal.findFirst({
    where: what === "accept" ? { mentorId: to.memberId, status: "sent" } : where,
    orderBy: { sentAt: "desc" },
    select: { id: true },
  });
  if (!found) return;
  const [asMentee, asMentor] = [
    { ...from, activeRole: "mentee" as const },
    { ...to, activeRole: "mentor" as const },
  ];
  if (what === "accept") await proposals.accept(asMentor, found.id, 1, SETTINGS, now);
  if (what === "reject") await proposals.reject(asMentor, found.id, null, SETTINGS, now);
  if (what === "withdraw") await proposals.withdraw(asMentee, found.id, SETTINGS, now);
  if (what === "reopen") await proposals.reopen(asMentee, found.id, SETTINGS, now);
  if (what === "keep") await keepPlace(asMentee, found.id, SETTINGS, now);
  if (what === "end") await relationships.end(asMentor, found.id, "", SETTINGS, now);
}

const countBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
};

async function check(before: ReadonlySet<string>, round: readonly Step[]): Promise<void> {
  const all = await db().proposal.findMany({
    select: { id: true, menteeId: true, mentorId: true, programmeId: true, status: true, expiresAt: true, expireDay: true },
  });
  const active = await db().relationship.findMany({ where: { endedAt: null }, select: { id: true } });
  const partners = all.filter(({ id }) => active.some((one) => one.id === id));
  const open = all.filter(({ status, expiresAt }) => status === "sent" && expiresAt > now);
  for (const [i, programmeId] of places.entries()) {
    const here = <Row extends { programmeId: string | null }>(rows: readonly Row[]) =>
      rows.filter((row) => row.programmeId === programmeId);
    const limits = LIMITS[i] as (typeof LIMITS)[number];
    for (const count of countBy(here(open), ({ menteeId }) => menteeId).values())
      expect(count).toBeLessThanOrEqual(limits.open);
    for (const count of countBy(here(partners), ({ menteeId }) => menteeId).values())
      expect(count).toBeLessThanOrEqual(limits.mentors);
    for (const { expireDay } of here(all)) expect(expireDay).toBe(limits.expireAfterDays);
  }
  const taken = countBy(partners, ({ mentorId }) => mentorId);
  for (const [i, { memberId }] of mentors.entries()) expect(taken.get(memberId) ?? 0).toBeLessThanOrEqual(CAPACITIES[i] ?? 0);
  for (const count of countBy(open, (one) => `${one.menteeId} ${one.mentorId}`).values()) expect(count).toBe(1);
  // Unless somebody joined or left, or it closed or opened, in this very round.
  if (round.some((one) => ["join", "leave", "close", "open"].includes(one.do))) return;
  const joined = await db().programmeMember.findMany({ where: { status: "joined" } });
  const isIn = (memberId: string, programmeId: string) =>
    joined.some((one) => one.memberId === memberId && one.programmeId === programmeId);
  for (const { id, menteeId, mentorId, programmeId } of all) {
    if (before.has(id) || programmeId === null) continue;
    expect([isIn(menteeId, programmeId), isIn(mentorId, programmeId)]).toEqual([true, true]);
  }
}

/** Nothing stays open in a programme to or of somebody who has no place left there. */
async function checkClosed(): Promise<void> {
  const left = await db().$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM "proposals" p JOIN "mentor_profiles" f ON f."memberId" = p."mentorId"
    LEFT JOIN "programme_members" m ON m."programmeId" = p."programmeId" AND m."memberId" = p."mentorId" AND m."role" = 'mentor'
    WHERE p."status" = 'sent' AND p."expiresAt" > ${now} AND (
      (SELECT count(*) FROM "relationships" r WHERE r."mentorId" = p."mentorId" AND r."endedAt" IS NULL) >= f."capacity"
      OR (SELECT count(*) FROM "relationships" r JOIN "proposals" o ON o."id" = r."id" WHERE r."mentorId" = p."mentorId"
        AND r."endedAt" IS NULL AND o."programmeId" = p."programmeId") >= m."capacity")`;
  expect(left).toEqual([]);
}
