import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import type { Board } from "@/lib/staff/board/board";
import { BoardTopics } from "./board-topics";

const topic = (id: number, waiting: number, places: number) => ({
  id,
  label: `Topic ${id}`,
  sent: 0,
  waiting,
  mentors: 1,
  places,
});
const range = { from: "2026-11-01", to: "2026-11-30" };
const BOARD = {
  topics: [topic(1, 3, 1), topic(2, 1, 1), topic(3, 2, 0)],
  parts: [],
  period: { range, before: range },
} as unknown as Board;

const linksFor = (hasLists: boolean) => {
  const html = renderToStaticMarkup(<BoardTopics board={BOARD} words={DEFAULT_SETTINGS.words} hasLists={hasLists} />);
  return [...html.matchAll(/href="(\/admin\/letters[^"]*)"[^>]*>([^<]*)</g)].map(([, href, text]) => [href, text]);
};

test("each topic for which more people wait than there are places leads to a letter, and so do mentors nobody has asked", () => {
  expect(linksFor(true)).toEqual([
    ["/admin/letters/new?couldOffer=1", "Write to mentors who could offer Topic 1"],
    ["/admin/letters/new?couldOffer=3", "Write to mentors who could offer Topic 3"],
    ["/admin/letters/new?gap=mentor-unasked", "Write to mentors nobody has asked"],
  ]);
});

test("whoever only reads the board is led to no letter", () => {
  expect(linksFor(false)).toEqual([]);
});
