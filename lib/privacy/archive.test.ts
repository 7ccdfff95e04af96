import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { Settings } from "@/lib/settings/settings";
import { makeArchive } from "./archive";
import type { Table } from "./record";

const SETTING = {
  settings: Settings.parse({ words: { mentor: "guide" } }),
  timeZone: "Europe/Paris",
  now: new Date("2026-06-01T09:00:00Z"),
};
const PAPERS: Table = {
  holds: "What your mentor gave you",
  parts: { member: '"memberId" = :member' },
  goesWith: ["member"],
  download: { name: "papers", to: ["member"], orderBy: "id" },
  columns: {
    id: { untold: "Only a number." },
    giverId: { told: "Mentor", as: "person" },
    page: { told: "The page", as: { file: "webp" } },
    givenAt: { told: "Given", as: "instant" },
    topics: { told: "Topics", as: { list: "topics" } },
  },
};
const rows = new Map([
  [
    "papers",
    [
      { id: "1", giverId: "g", page: "\\x00ff10", givenAt: "2026-05-01T10:00:00.123+00:00", topics: [1, 99] },
      { id: "2", giverId: "gone", page: "\\x01", givenAt: null, topics: [] },
    ],
  ],
]);

test("bytes become files, and columns say what they are in the society's words", () => {
  const files = unzipSync(makeArchive({ rows, names: new Map([["g", "Gareth"]]) }, SETTING, { papers: PAPERS }));
  expect(Object.keys(files).sort()).toEqual([
    "README.txt",
    "files/papers-the-page-1.webp",
    "files/papers-the-page-2.webp",
    "papers.json",
  ]);
  expect([...(files["files/papers-the-page-1.webp"] ?? [])]).toEqual([0, 255, 16]);
  expect(JSON.parse(strFromU8(files["papers.json"] ?? new Uint8Array()))).toEqual([
    {
      Guide: "Gareth",
      "The page": "files/papers-the-page-1.webp",
      Given: "2026-05-01T12:00:00+02:00",
      Topics: ["Career planning", 99],
    },
    { Guide: null, "The page": "files/papers-the-page-2.webp", Topics: [] },
  ]);
  expect(strFromU8(files["README.txt"] ?? new Uint8Array())).toContain("papers.json  What your guide gave you");
});
