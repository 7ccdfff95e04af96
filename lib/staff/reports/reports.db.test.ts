import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { countAt } from "@/testing/staff-lists";
import { REPORTS, type ReportName } from "./report";
import { figuresFileName, makeFiguresCsv, makeReport } from "./reports";

const NOW = new Date("2026-11-25T12:00:00Z");
const STAFF = { staff: "staff" } as const;
const HOUR = 3_600_000;
let viewer: Viewer;

/** The amounts of a table, by the label of their row. */
async function read(name: ReportName, key: string, asked = {}) {
  const report = await makeReport(STAFF, name, asked, DEFAULT_SETTINGS, NOW);
  const figures = report?.figures.find((one) => one.key === key);
  return Object.fromEntries((figures?.rows ?? []).map(({ label, amounts }) => [label, amounts]));
}

beforeAll(async () => {
  viewer = viewerOf(await insertMember({ staff: "staff", createdAt: new Date("2020-01-01T00:00:00Z") }));
  const mentors: TestMember[] = [];
  for (let i = 0; i < 3; i++) mentors.push(await insertMentor({}, { createdAt: new Date("2026-01-31T23:59:59Z") }));
  const mentees: TestMember[] = [];
  // The last hour of March in UTC is April already where the society is.
  for (let i = 0; i < 4; i++) mentees.push(await insertMentee({}, { createdAt: new Date("2026-03-31T23:30:00Z") }));
  await insertMentee({}, { isMentor: true, createdAt: new Date("2026-11-20T10:00:00Z") });
  await insertMember({ createdAt: new Date("2026-11-21T10:00:00Z"), status: "suspended", isMentor: true });
  const [first, second, silent] = mentors as [TestMember, TestMember, TestMember];
  const sent = new Date("2026-06-10T10:00:00Z");
  const ids = [
    await propose(mentees[0], first, "accepted", sent, 24, 0, [1, 2]),
    await propose(mentees[1], first, "rejected", sent, 48, 0, [1]),
    await propose(mentees[2], second, "accepted", sent, 24 * 5, 3, [1]),
    await propose(mentees[0], silent, "expired", sent, 24 * 21, 15, [2]),
    await propose(mentees[1], second, "withdrawn", new Date("2026-07-01T10:00:00Z"), 1, 0, [7]),
    await propose(mentees[2], first, "sent", new Date("2026-11-24T10:00:00Z"), 0, 0, [7]),
  ];
  await begin(ids[0], mentees[0], first, { startedAt: addDays(sent, 1, "UTC"), first: 29, ended: null, signed: true });
  await begin(ids[2], mentees[2], second, { startedAt: addDays(sent, 5, "UTC"), first: null, ended: 70, signed: false });
});

test("registrations by month of the society's calendar and by role", async () => {
  const rows = await read("registrations", "by-month");
  expect(rows["January 2026"]).toEqual([3, 0, 0, 0, 3]);
  expect(rows["March 2026"]).toEqual([0, 0, 0, 0, 0]);
  expect(rows["April 2026"]).toEqual([0, 4, 0, 0, 4]);
  expect(rows["November 2026"]).toEqual([1, 0, 1, 0, 2]);
});

test("proposals by outcome, by the month of sending", async () => {
  const rows = await read("proposals", "by-month");
  expect(rows["June 2026"]).toEqual([2, 1, 1, 0, 0, 4, 0.5]);
  expect(rows["July 2026"]).toEqual([0, 0, 0, 1, 0, 1, null]);
  expect(rows["November 2026"]).toEqual([0, 0, 0, 0, 1, 1, null]);
  expect((await read("proposals", "by-month", { from: "2026-06-11", to: "2026-06-30" }))["June 2026"]?.[5]).toBe(0);
  expect((await read("proposals", "by-month", { from: "2026-06-10", to: "2026-06-10" }))["June 2026"]?.[5]).toBe(4);
});

test("proposals by topic: each of several counts, and nobody's other texts do", async () => {
  const rows = await read("topics", "by-topic");
  expect(rows["Career planning"]).toEqual([2, 1, 0, 0, 0, 3, 2 / 3]);
  expect(rows["Work/life balance"]).toEqual([1, 0, 1, 0, 0, 2, 0.5]);
  expect(rows["Personal goals"]).toEqual([0, 0, 0, 0, 0, 0, null]);
});

test("why mentors said no: every reason that is offered, and those who chose none", async () => {
  const rows = await read("proposals", "why-rejected");
  expect(rows).toEqual({
    "No time at present": [0, 0],
    "Not my field": [1, 1],
    "Somebody else would fit better": [0, 0],
    "Too close to each other": [0, 0],
    "Another reason": [0, 0],
    "No reason chosen": [0, 0],
  });
});

test("time to answer in days, and before which reminder", async () => {
  const months = await read("answers", "by-month");
  expect(months["June 2026"]?.[0]).toBe(3);
  expect(months["June 2026"]?.[1]).toBeCloseTo(2, 9);
  expect(months["June 2026"]?.[2]).toBeCloseTo(2 + 0.8 * 3, 9);
  expect(months["July 2026"]).toEqual([0, null, null]);
  expect(await read("answers", "by-reminder")).toEqual({
    "Before the reminder of day 3": [2, 0.5],
    "Before the reminder of day 7": [3, 0.75],
    "Before the reminder of day 15": [3, 0.75],
    "By the deadline on day 21": [3, 0.75],
    "Never (expired)": [1, 0.25],
  });
});

test("relationships: begun, ended, going on, and whether they got going", async () => {
  const months = await read("relationships", "by-month");
  expect(months["June 2026"]).toEqual([2, 0, 0.5, 0.5]);
  expect(months["August 2026"]).toEqual([0, 1, null, null]);
  const going = await read("relationships", "going-on");
  expect([going["May 2026"], going["July 2026"], going["August 2026"], going["November 2026"]]).toEqual([[0], [2], [1], [1]]);
  expect((await read("relationships", "going-on", { from: "2026-07-15", to: "2026-08-31" }))["July 2026"]).toEqual([2]);
  expect(await read("relationships", "why-ended")).toEqual({ "Ended by the mentee": [1, 1] });
  expect((await read("relationships", "length"))["1 to 3 months"]).toEqual([1, 1]);
});

test("meetings by the month in which they are, and for each relationship", async () => {
  expect((await read("meetings", "by-month"))["July 2026"]).toEqual([1, 1, 0, 1, 0, 3, 0.5]);
});

test("who is left out now, by when they joined", async () => {
  const mentors = await read("gaps", "mentors");
  expect(mentors["90 to 365 days ago"]).toEqual([2, 1, 0, 1, 3]);
  // With both roles; who is suspended is not counted.
  expect(mentors["In the last 30 days"]).toEqual([1, 1, 1, 0, 1]);
  const mentees = await read("gaps", "mentees");
  expect(mentees["90 to 365 days ago"]).toEqual([3, 1, 4]);
  expect(mentees["In the last 30 days"]).toEqual([1, 1, 1]);
});

test("every number that counts somebody leads to a list of exactly those", async () => {
  let followed = 0;
  for (const name of REPORTS) {
    for (const asked of [{}, { range: "all" }, { from: "2026-06-10", to: "2026-08-15" }]) {
      const report = await makeReport(STAFF, name, asked, DEFAULT_SETTINGS, NOW);
      for (const { key, columns, rows, total } of report?.figures ?? []) {
        for (const { label, amounts, leads } of [...rows, ...(total ? [total] : [])]) {
          expect(leads, `${name} ${key}`).toHaveLength(columns.length);
          for (const [i, lead] of (leads ?? []).entries()) {
            const what = `${name}, ${key}, ${label}, ${columns[i]?.label}: ${lead}`;
            expect(lead !== null, what).toBe(columns[i]?.as === "count");
            // A list of meetings would show what two people talk about: their relationships stand for them.
            if (lead === null || (name === "meetings" && (amounts[i] ?? 0) > 1)) continue;
            if ((amounts[i] ?? 0) > 0) followed += 1;
            else if (followed % 5 > 0) continue;
            expect(await countAt(viewer, lead, NOW), what).toBe(amounts[i] ?? 0);
          }
        }
      }
    }
  }
  expect(followed).toBeGreaterThan(100);
});

test("whoever is not staff gets nothing", async () => {
  expect(await makeReport({ staff: "none" }, "gaps", {}, DEFAULT_SETTINGS, NOW)).toBeNull();
});

test("a file says which days it is of, and obeys no formula in a society's own words", async () => {
  const settings = { ...DEFAULT_SETTINGS, topics: [{ id: 1, label: "=HYPERLINK(1)", retired: false }] };
  const report = await makeReport(STAFF, "topics", {}, settings, NOW);
  const [figures] = report?.figures ?? [];
  if (!report || !figures) throw new Error("no report");
  expect(makeFiguresCsv(figures)).toContain("'=HYPERLINK(1),2,1,0,0,0,3,0.667");
  expect(figuresFileName("topics", figures, report.range)).toBe("topics-by-topic-2025-12-01-to-2026-11-25.csv");
});

async function propose(
  mentee: TestMember | undefined,
  mentor: TestMember,
  status: string,
  sentAt: Date,
  hours: number,
  remindedDay: number,
  topics: number[],
): Promise<string> {
  const id = randomUUID();
  const expiresAt = addDays(sentAt, 21, "UTC");
  await db().proposal.create({
    data: {
      id,
      menteeId: mentee?.id ?? "",
      mentorId: mentor.id,
      status,
      withdrawnBecause: status === "withdrawn" ? "mentee" : null,
      rejectedBecause: status === "rejected" ? 2 : null,
      slot: 1,
      sentAt,
      remindDays: [3, 7, 15],
      remindAt: [3, 7, 15].map((day) => addDays(sentAt, day, "UTC")),
      expireDay: 21,
      expiresAt,
      remindedDay,
      dueAt: status === "sent" ? expiresAt : null,
      textNumber: 2,
      movedAt: new Date(sentAt.getTime() + hours * HOUR),
      texts: {
        create: [
          { number: 1, objectives: "a", topics: [3], methods: [1], meeting: "b", contribution: "c", writtenAt: sentAt },
          { number: 2, objectives: "a", topics, methods: [1], meeting: "b", contribution: "c", writtenAt: sentAt },
        ],
      },
    },
    select: { id: true },
  });
  return id;
}

/** The first has one noted; the second only met, too late. */
async function begin(
  id: string | undefined,
  mentee: TestMember | undefined,
  mentor: TestMember,
  { startedAt, first, ended, signed }: { startedAt: Date; first: number | null; ended: number | null; signed: boolean },
): Promise<void> {
  const at = (days: number) => addDays(startedAt, days, "UTC");
  const relationshipId = id ?? "";
  const agreedUntil = at(365);
  await db().relationship.create({
    data: {
      id: relationshipId,
      menteeId: mentee?.id ?? "",
      mentorId: mentor.id,
      startedAt,
      agreedUntil,
      endedAt: ended === null ? null : at(ended),
      endedBecause: ended === null ? null : "mentee",
      firstConversationAt: first === null ? null : at(first),
      dueAt: ended === null ? agreedUntil : null,
      mentorPlace: 1,
      menteePlace: 1,
    },
    select: { id: true },
  });
  if (signed) {
    const data = { relationshipId, number: 1, documentNumber: 0, digest: "x", text: "s", menteeName: "s", mentorName: "s" };
    await db().contract.create({ data: { ...data, menteeSignedAt: at(1), mentorSignedAt: at(2) }, select: { number: true } });
    return;
  }
  for (const [status, day] of [["held", 31] as const, ["cancelled", 20] as const, ["planned", 21] as const]) {
    await db().meeting.create({
      data: {
        id: randomUUID(),
        relationshipId,
        organiserId: mentor.id,
        status,
        // What is planned, long past and declined is no meeting that anybody still waits for.
        answer: status === "planned" ? "declined" : "accepted",
        startsAt: at(day),
        endsAt: new Date(at(day).getTime() + HOUR),
        method: 1,
        words: "s",
        sendsDetails: false,
        cancelledBecause: status === "cancelled" ? "organiser" : null,
        createdAt: startedAt,
        movedAt: at(day),
      },
      select: { id: true },
    });
  }
}
