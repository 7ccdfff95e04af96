import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { readFilters } from "@/lib/staff/members/input";
import { listMembers } from "@/lib/staff/members/queries";
import { makeReport } from "@/lib/staff/reports/reports";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { countAt } from "@/testing/staff-lists";
import type { Line } from "./board";
import { downloadBoard } from "./commands";
import { letterOf, mentorsOf, sentOf } from "./leads";
import { readBoard } from "./queries";

const NOW = new Date("2026-11-25T12:00:00Z");
const JULY = new Date("2026-07-10T10:00:00Z");
const OCTOBER = new Date("2026-10-10T10:00:00Z");
const PERIODS = [{}, { period: "quarter" }, { period: "year" }, { from: "2026-07-01", to: "2026-11-25" }];
let viewer: Viewer;

async function read(asked = {}) {
  const board = await readBoard(viewer, asked, DEFAULT_SETTINGS, NOW);
  if (!board) throw new Error("no board");
  const lines = board.parts.flatMap((part) => part.lines);
  return { board, line: (key: string) => lines.find((one) => one.key === key) as Line, lines };
}

beforeAll(async () => {
  viewer = viewerOf(await insertMember({ staff: "staff", createdAt: new Date("2020-01-01T00:00:00Z") }));
  const mentors: TestMember[] = [];
  for (let i = 0; i < 3; i++) mentors.push(await insertMentor({ topics: [1], capacity: 2 }, { createdAt: JULY }));
  const mentees: TestMember[] = [];
  for (let i = 0; i < 5; i++) mentees.push(await insertMentee({}, { createdAt: i < 2 ? JULY : OCTOBER }));
  await insertMentor({ topics: [2] }, { createdAt: OCTOBER, status: "suspended" });
  const [first, second] = mentors as [TestMember, TestMember];
  const [a, b, c, d, e] = mentees as [TestMember, TestMember, TestMember, TestMember, TestMember];
  const met = await propose(a, first, "accepted", JULY, 24, [1]);
  const silent = await propose(b, first, "accepted", OCTOBER, 48, [1, 2]);
  await propose(c, second, "rejected", OCTOBER, 96, [1]);
  await propose(c, first, "expired", OCTOBER, 24 * 21, [2]);
  await propose(d, second, "expired", JULY, 24 * 21, [2]);
  await propose(d, first, "withdrawn", OCTOBER, 1, [1]);
  await propose(e, second, "sent", addDays(NOW, -1, "UTC"), 0, [2]);
  // Waits in two ways for the same topic, and counts once.
  await propose(e, first, "sent", addDays(NOW, -1, "UTC"), 0, [2]);
  await begin(met, a, first, addDays(JULY, 1, "UTC"), [20, 95]);
  await begin(silent, b, first, addDays(OCTOBER, 2, "UTC"), []);
});

test("each number of the board is what its list has, for every period and the one before", async () => {
  let followed = 0;
  for (const asked of PERIODS) {
    for (const { key, lead, leadBefore, amount, before } of (await read(asked)).lines) {
      if (lead) expect(await countAt(viewer, lead, NOW), `${key}: ${lead}`).toBe(amount);
      if (leadBefore) expect(await countAt(viewer, leadBefore, NOW), `${key} before: ${leadBefore}`).toBe(before);
      followed += Number((amount ?? 0) > 0 && lead !== undefined);
    }
  }
  expect(followed).toBeGreaterThan(30);
});

test("it says the same as the reports", async () => {
  const asked = { from: "2026-10-01", to: "2026-10-31" };
  const report = async (name: "proposals" | "answers" | "relationships") =>
    (await makeReport(viewer, name, asked, DEFAULT_SETTINGS, NOW))?.figures[0]?.rows[0]?.amounts;
  const { line } = await read(asked);
  const amounts = (...keys: string[]) => keys.map((key) => line(key).amount);
  expect(amounts("accepted", "rejected", "expired", "withdrawn", "open", "sent")).toEqual(
    (await report("proposals"))?.slice(0, 6),
  );
  expect(amounts("answered", "half", "nine-in-ten")).toEqual(await report("answers"));
  expect([line("begun").amount, line("met-soon").amount]).toEqual([
    (await report("relationships"))?.[0],
    (await report("relationships"))?.[2],
  ]);
});

test("a month beside the month before, a quarter beside the quarter before", async () => {
  const month = await read();
  expect(month.board.period.range).toEqual({ from: "2026-10-01", to: "2026-10-31" });
  const compared = (from: typeof month) => (key: string) => [from.line(key).amount, from.line(key).before];
  const of = compared(month);
  expect(of("sent")).toEqual([4, 0]);
  expect(of("expired")).toEqual([1, 0]);
  expect(of("replied")).toEqual([2 / 3, null]);
  expect(of("half")).toEqual([3, null]);
  expect(of("met-soon")).toEqual([0, null]);
  expect(of("met-ever")).toEqual([0, null]);
  expect(of("met")).toEqual([1, 0]);
  expect(of("under-way")).toEqual([2, 1]);
  expect(of("new-alone")).toEqual([3, 0]);
  expect(of("new-silent")).toEqual([1, 0]);
  expect(of("alone")).toEqual([3, undefined]);
  expect(of("unasked")).toEqual([1, undefined]);
  const quarter = compared(await read({ period: "quarter" }));
  expect(quarter("expired")).toEqual([1, 0]);
  expect(quarter("met-soon")).toEqual([1, null]);
  expect(quarter("new-mentors")).toEqual([3, 0]);
});

test("supply and demand: whoever waits in several ways counts once, and places are only those that can be found", async () => {
  const { topics } = (await read()).board;
  const topic = (id: number) => topics.find((one) => one.id === id);
  // One place of the first mentor is taken twice over: two of six are free no more.
  expect(topic(1)).toMatchObject({ sent: 3, waiting: 0, mentors: 2, places: 4 });
  // Of the period's proposals that expired, and of those that are open; the mentor who offers it is suspended.
  expect(topic(2)).toMatchObject({ sent: 2, waiting: 2, mentors: 0, places: 0 });
  expect(topics[0]?.id).toBe(2);
  const { board } = await read();
  for (const one of topics) {
    expect(await countAt(viewer, mentorsOf(one), NOW), one.label).toBe(one.mentors);
    expect(await countAt(viewer, sentOf(one, board), NOW), one.label).toBe(one.sent);
  }
  await db().queuePlace.create({
    data: { ...(await aWithdrawal()), joinedAt: NOW },
    select: { proposalId: true },
  });
  await db().mentorAlert.create({
    data: { id: randomUUID(), memberId: (await aWithdrawal()).menteeId, about: "topics=2", topics: [2], createdAt: NOW },
    select: { id: true },
  });
  const after = (await read()).board.topics;
  expect(after.map(({ id, waiting }) => [id, waiting]).slice(0, 2)).toEqual([
    [2, 3],
    [1, 1],
  ]);
});

test("those who could offer a topic have a place and do not name it, or name it and are full; nobody who is away or gone", async () => {
  const could = async (id: number) => {
    const filters = readFilters(Object.fromEntries(new URLSearchParams(letterOf({ id }).split("?")[1])));
    return (await listMembers(viewer, filters, DEFAULT_SETTINGS, NOW, 1000)).members.map((member) => member.id);
  };
  const { mentor: full } = await insertPartners();
  await db().mentorProfile.update({ where: { memberId: full.id }, data: { topics: [5] }, select: { memberId: true } });
  const [free, away] = [
    await insertMentor({ topics: [1], capacity: 1 }),
    await insertMentor({ topics: [1], capacity: 1, isAvailable: false }),
  ];
  const gone = await insertMentor({ topics: [1], capacity: 1 }, { status: "suspended" });
  const [first, fifth] = [await could(1), await could(5)];
  expect([first.includes(free.id), first.includes(full.id)]).toEqual([false, false]);
  expect([fifth.includes(free.id), fifth.includes(full.id)]).toEqual([true, true]);
  for (const { id } of [away, gone]) expect([...first, ...fifth]).not.toContain(id);
});

test("whoever is not staff gets nothing, neither page nor file", async () => {
  const member = viewerOf(await insertMentor());
  expect(await readBoard(member, {}, DEFAULT_SETTINGS, NOW)).toBeNull();
  expect(await downloadBoard(member, {}, DEFAULT_SETTINGS, NOW)).toBeNull();
  expect(await db().auditEvent.count({ where: { fact: "board-downloaded" } })).toBe(0);
});

test("the file is a PDF of that period, and the trail says who took it", async () => {
  const file = await downloadBoard(viewer, { period: "quarter" }, DEFAULT_SETTINGS, NOW);
  expect(file?.fileName).toBe("board-2026-07-01-to-2026-09-30.pdf");
  expect(file?.pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const [line] = await db().auditEvent.findMany({ where: { fact: "board-downloaded" }, select: { actorId: true, data: true } });
  expect(line).toEqual({ actorId: viewer.memberId, data: { from: "2026-07-01", to: "2026-09-30" } });
});

async function aWithdrawal() {
  const { id, menteeId, mentorId } = await db().proposal.findFirstOrThrow({
    where: { status: "withdrawn" },
    select: { id: true, menteeId: true, mentorId: true },
  });
  return { proposalId: id, menteeId, mentorId };
}

async function propose(
  mentee: TestMember,
  mentor: TestMember,
  status: string,
  sentAt: Date,
  hours: number,
  topics: number[],
): Promise<string> {
  const id = randomUUID();
  const expiresAt = addDays(sentAt, 21, "UTC");
  const words = { objectives: "a", methods: [1], meeting: "b", contribution: "c", writtenAt: sentAt };
  await db().proposal.create({
    data: {
      id,
      menteeId: mentee.id,
      mentorId: mentor.id,
      status,
      withdrawnBecause: status === "withdrawn" ? "mentee" : null,
      slot: 1 + (await db().proposal.count({ where: { menteeId: mentee.id, status: "sent" } })),
      sentAt,
      remindDays: [],
      remindAt: [],
      expireDay: 21,
      expiresAt,
      remindedDay: 0,
      dueAt: status === "sent" ? expiresAt : null,
      textNumber: 1,
      movedAt: new Date(sentAt.getTime() + hours * 3_600_000),
      texts: { create: [{ number: 1, topics, ...words }] },
    },
    select: { id: true },
  });
  return id;
}

/** With meetings held so many days after the start. */
async function begin(
  relationshipId: string,
  mentee: TestMember,
  mentor: TestMember,
  startedAt: Date,
  metOnDays: number[],
): Promise<void> {
  const agreedUntil = addDays(startedAt, 365, "UTC");
  const place = 1 + (await db().relationship.count({ where: { mentorId: mentor.id } }));
  await db().relationship.create({
    data: {
      ...{ id: relationshipId, menteeId: mentee.id, mentorId: mentor.id },
      ...{ startedAt, agreedUntil, dueAt: agreedUntil, mentorPlace: place, menteePlace: 1 },
    },
    select: { id: true },
  });
  for (const day of metOnDays) {
    const startsAt = addDays(startedAt, day, "UTC");
    await db().meeting.create({
      data: {
        ...{ id: randomUUID(), relationshipId, organiserId: mentor.id, status: "held", answer: "accepted" },
        ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), method: 1, words: "s", sendsDetails: false },
        ...{ createdAt: startedAt, movedAt: startsAt },
      },
      select: { id: true },
    });
  }
}
