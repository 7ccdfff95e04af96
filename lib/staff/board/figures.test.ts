import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { outcomesDrawn } from "./charts";
import { toBoard } from "./figures";
import { choosePeriod } from "./period";
import type { BoardRows } from "./rows";
import { sayCompared, sayShortage } from "./wording";

const NOW = new Date("2026-11-25T12:00:00Z");
const NOTHING: BoardRows = {
  ...{ joined: [], outcomes: [], answers: [], begun: [], met: [], topics: [] },
  ...{ mentors: [], mentees: [], silent: [], waiting: [], places: [], satisfaction: [] },
};
const PERIOD = choosePeriod({}, NOW, "Europe/London");

function boardOf(rows: Partial<BoardRows>, settings = DEFAULT_SETTINGS) {
  const board = toBoard({ ...NOTHING, ...rows }, PERIOD, settings);
  const lines = Object.fromEntries(board.parts.flatMap((part) => part.lines).map((line) => [line.key, line]));
  return { ...board, lines };
}

describe("the numbers of the period (2) and of the one before (1)", () => {
  test.each<[string, Partial<BoardRows>, number | null, number | null | undefined]>([
    ["sent", { outcomes: [outcome(1, "sent", 2), outcome(2, "sent", 3), outcome(2, "expired", 4)] }, 7, 2],
    ["open", { outcomes: [outcome(2, "sent", 3)] }, 3, 0],
    ["expired", { outcomes: [outcome(1, "expired", 5), outcome(2, "expired", 1)] }, 1, 5],
    ["withdrawn", { outcomes: [outcome(1, "withdrawn", 1)] }, 0, 1],
    // What waits or was withdrawn has had no chance of a reply.
    ["replied", { outcomes: [outcome(2, "accepted", 1), outcome(2, "expired", 3), outcome(2, "sent", 9)] }, 0.25, null],
    [
      "satisfaction",
      {
        satisfaction: [
          { month: 2, value: 4, count: 4 },
          { month: 2, value: 1, count: 2 },
        ],
      },
      3,
      null,
    ],
    ["half", { answers: [{ month: 2, answered: 3, median: 36, slowest: 72 }] }, 1.5, null],
    ["nine-in-ten", { answers: [{ month: 1, answered: 3, median: 36, slowest: 72 }] }, null, 3],
    ["new-mentors", { joined: [joined(1, true, false, 1), joined(2, true, true, 2), joined(2, false, true, 4)] }, 2, 1],
    ["new-mentees", { joined: [joined(2, true, true, 2), joined(2, false, true, 4)] }, 6, 0],
    // Begun before both, in the first and in the second; one has ended in the second.
    ["under-way", { begun: [begun(0, 5), begun(1, 2), begun(2, 1), ended(2, 1)] }, 7, 7],
    ["begun", { begun: [begun(0, 5), begun(1, 2), begun(2, 1)] }, 1, 2],
    ["met-soon", { begun: [{ ...begun(2, 4), asked: 2, talked: 1, met: 3 }] }, 0.5, null],
    ["met-ever", { begun: [{ ...begun(2, 4), asked: 2, talked: 1, met: 3 }] }, 0.75, null],
    ["met", { met: [{ month: 1, count: 3 }] }, 0, 3],
    ["alone", { mentees: [0, 1, 2, 3].map((since) => ({ since, all: 9, alone: 2, never: 1 })) }, 8, undefined],
    ["new-alone", { mentees: [0, 1, 2, 3].map((since) => ({ since, all: 9, alone: since, never: 1 })) }, 2, 1],
    ["silent", { silent: [0, 1, 2, 3].map((month) => ({ month, count: 2 })) }, 8, undefined],
    ["new-silent", { silent: [0, 1, 2, 3].map((month) => ({ month, count: month })) }, 2, 1],
    ["unasked", { mentors: [{ since: 0, all: 9, alone: 1, never: 1, unasked: 4, silent: 1 }] }, 4, undefined],
  ])("%s", (key, rows, amount, before) => {
    expect([boardOf(rows).lines[key]?.amount, boardOf(rows).lines[key]?.before]).toEqual([amount, before]);
  });
});

test("every number says in one sentence how it is counted, in the society's own words", () => {
  const words = { mentor: "guide", mentors: "guides", mentee: "learner", mentees: "learners" };
  const { parts } = boardOf({}, { ...DEFAULT_SETTINGS, words });
  for (const { label, meaning } of parts.flatMap(({ lines }) => lines)) {
    expect(meaning, label).toMatch(/^[A-Z][^.!?]*\.$/);
    expect(`${label} ${meaning}`).not.toMatch(/mentor|mentee/i);
  }
});

test("topics: those with most people waiting first, and a retired one only while somebody asks for it", () => {
  const topics = [1, 2, 3].map((id) => ({ id, label: `Topic ${id}`, retired: id > 1 }));
  const board = boardOf(
    { waiting: [{ topic: 2, count: 3 }], places: [1, 3].map((topic) => ({ topic, mentors: 1, places: 2 })) },
    { ...DEFAULT_SETTINGS, topics },
  );
  expect(board.topics).toEqual([
    { id: 2, label: "Topic 2", sent: 0, waiting: 3, mentors: 0, places: 0 },
    { id: 1, label: "Topic 1", sent: 0, waiting: 0, mentors: 1, places: 2 },
  ]);
  expect(sayShortage(board.topics)).toBe("More people are waiting than there are free places for Topic 2.");
  expect(sayShortage(board.topics.slice(1))).toMatch(/^For every topic/);
});

test("a number is said beside the one before it, or as of today", () => {
  const line = { key: "x", label: "X", meaning: "X.", as: "count", amount: 1200 } as const;
  expect(sayCompared({ ...line, before: 9 })).toBe("1,200 (period before: 9)");
  expect(sayCompared({ ...line, before: null })).toBe("1,200 (period before: –)");
  expect(sayCompared(line)).toBe("1,200 today");
});

test("the chart draws every outcome beside that of the period before", () => {
  const { rows } = outcomesDrawn(boardOf({ outcomes: [outcome(1, "expired", 5), outcome(2, "accepted", 2)] }));
  expect(rows.map(({ amounts }) => amounts)).toEqual([
    [2, 0],
    [0, 0],
    [0, 5],
    [0, 0],
    [0, 0],
  ]);
});

function outcome(month: number, status: string, count: number) {
  return { month, status, count };
}

function joined(month: number, isMentor: boolean, isMentee: boolean, count: number) {
  return { month, isMentor, isMentee, count };
}

function begun(begunIn: number, count: number) {
  return { begunIn, endedIn: null, count, asked: 0, talked: 0, met: 0, signed: 0 };
}

function ended(endedIn: number, count: number) {
  return { ...begun(0, count), begunIn: null, endedIn };
}
