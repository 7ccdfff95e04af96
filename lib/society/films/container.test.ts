import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mp4Of, webmOf } from "@/testing/films";
import { findFilmKind, readFilmLength, TELLING } from "./container";

async function look(file: Uint8Array) {
  const kind = findFilmKind(file.subarray(0, TELLING));
  if (!kind) return null;
  return [kind, await readFilmLength(kind, file.length, async (from, length) => file.subarray(from, from + length))];
}

describe("a film is known by its bytes", () => {
  test.each([
    ["MP4, its index first", mp4Of({ seconds: 12 }), ["mp4", 12]],
    ["MP4, its index last", mp4Of({ seconds: 3600, isIndexLast: true }), ["mp4", 3600]],
    ["MP4 that does not say how long it is", mp4Of({ seconds: 0 }), ["mp4", null]],
    ["WebM", webmOf(90), ["webm", 90]],
    ["WebM from a browser", webmOf(null), ["webm", null]],
    ["MP4 that was cut off", mp4Of().subarray(0, -1), ["mp4", "broken"]],
    ["MP4 that was cut off before its index", mp4Of({ isIndexLast: true }).subarray(0, 1100), ["mp4", "broken"]],
    ["MP4 with nothing but its mark", mp4Of().subarray(0, 24), ["mp4", "broken"]],
    ["WebM with nothing but its mark", webmOf().subarray(0, 15), ["webm", "broken"]],
    ["WebM that was cut off early", webmOf().subarray(0, 30), ["webm", "broken"]],
    ["Matroska", webmOf(12, "matroska"), null],
    ["a HEIC picture", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), null],
    ["a QuickTime film", Buffer.from("\0\0\0\x14ftypqt  \0\0\0\0qt  ", "latin1"), null],
    ["a page that is called a film", Buffer.from("<!doctype html><script>alert(1)</script>"), null],
    ["a picture", readFileSync("public/videos/how-it-works.jpg"), null],
    ["nothing", Buffer.alloc(0), null],
    ["zeroes", Buffer.alloc(100), null],
  ] as const)("%s", async (_what, file, found) => {
    expect(await look(file)).toEqual(found);
  });

  test("also a real one", async () => {
    const [kind, seconds] = (await look(readFileSync("public/videos/how-it-works.mp4"))) ?? [];
    expect(kind).toBe("mp4");
    expect(seconds).toBeGreaterThan(20);
  });

  test("whatever comes behind its mark, looking at it ends", async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const noise = Buffer.from(Uint8Array.from({ length: 400 }, (_, i) => (seed * 2654435761 * (i + 1)) >>> 13));
      for (const start of [mp4Of().subarray(0, 24), webmOf().subarray(0, 15)]) await look(Buffer.concat([start, noise]));
    }
  });
});
