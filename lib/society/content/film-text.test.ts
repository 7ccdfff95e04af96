import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gatherFilms, readFilmPlace } from "./film-text";
import { numberHeadings, parseMarkdown } from "./markdown";

const read = (body: string) => gatherFilms(numberHeadings(parseMarkdown(body)));
const film = (name: string) =>
  `## ${name}\n\n![${name}](/videos/${name.toLowerCase()}.mp4)\n\n### Transcript\n\nSaid in ${name}.`;

describe("the films of a text", () => {
  test("share one player, each with what stands below it; all else stays before or after", () => {
    const text = read(`Hello.\n\n## Words\n\nSome.\n\n${film("One")}\n\n## Between\n\nMore.\n\n${film("Two")}`);
    expect(text.films.map(({ title, video }) => [title, video.src])).toEqual([
      ["One", "/videos/one.mp4"],
      ["Two", "/videos/two.mp4"],
    ]);
    expect(JSON.stringify(text.films[1]?.blocks)).toContain("Said in Two.");
    expect(JSON.stringify(text.before)).toMatch(/Hello.*Words.*Some/);
    expect(JSON.stringify(text.after)).toMatch(/Between.*More/);
  });

  test.each([
    ["a single film", film("One")],
    ["two films under one heading", `${film("One")}\n\n![Two](/videos/two.mp4)`],
    ["films within words", "## One\n\nWords.\n\n![One](/videos/one.mp4)\n\n## Two\n\nWords.\n\n![Two](/videos/two.mp4)"],
    ["no film", "## One\n\nWords."],
    ["nothing", ""],
  ])("stay where they are in a text with %s", (_what, body) => {
    const blocks = numberHeadings(parseMarkdown(body));
    expect(gatherFilms(blocks)).toEqual({ films: [], before: blocks, after: [] });
  });

  test("are three on the page “Getting the most from mentoring”", () => {
    const { films, after } = read(readFileSync("lib/society/content/first-texts/welcome.md", "utf8").replace(/^# .*/, ""));
    expect(films).toHaveLength(3);
    expect(after).toEqual([]);
  });
});

test.each([
  ["2", 1],
  ["3", 2],
  ["1", 0],
  ["0", 0],
  ["4", 0],
  ["-1", 0],
  ["2.5", 0],
  ["two", 0],
  ["", 0],
  [undefined, 0],
  [["2", "3"], 0],
])("?film=%s of three shows film %i", (asked, place) => {
  expect(readFilmPlace(asked, 3)).toBe(place);
});
