import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { Settings } from "@/lib/society/settings/settings";
import { makeArchive, type Placed } from "./archive";
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
      { id: "1", giverId: "g", page: "(0,1)", givenAt: "2026-05-01T10:00:00.123+00:00", topics: [1, 99] },
      { id: "2", giverId: "gone", page: "(0,2)", givenAt: null, topics: [] },
    ],
  ],
]);

async function unpack(archive: AsyncIterable<Uint8Array>) {
  const pieces: Uint8Array[] = [];
  for await (const piece of archive) pieces.push(piece);
  return unzipSync(Buffer.concat(pieces));
}

test("bytes become files, and columns say what they are in the society's words", async () => {
  const load = async ({ at }: Placed) => (at === "(0,1)" ? new Uint8Array([0, 255, 16]) : null);
  const files = await unpack(
    makeArchive({ rows, names: new Map([["g", "Gareth"]]), questions: new Map() }, SETTING, load, { papers: PAPERS }),
  );
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

test("it is made in pieces, each when it is asked for, however much there is", async () => {
  const many = Array.from({ length: 20_000 }, (_, i) => ({
    id: String(i),
    giverId: "g",
    page: null,
    givenAt: null,
    topics: [i],
  }));
  many.push({ id: "file", giverId: "g", page: "(0,1)", givenAt: null, topics: [] } as never);
  const load = async () => new Uint8Array(3_000_000).fill(7);
  const known = { rows: new Map([["papers", many]]), names: new Map([["g", "Gareth"]]), questions: new Map() };
  let [told, inOnePiece, files] = [0, 0, 0];
  // Each row asks for its names once.
  const get = known.names.get.bind(known.names);
  known.names.get = (id) => {
    told += 1;
    return get(id);
  };
  for await (const piece of makeArchive(known, SETTING, load, { papers: PAPERS })) {
    inOnePiece = Math.max(inOnePiece, told);
    told = 0;
    files += piece.length;
    expect(piece.length).toBeLessThan(200_000);
  }
  expect(inOnePiece).toBeLessThan(4000);
  expect(files).toBeGreaterThan(3_000_000);
});
