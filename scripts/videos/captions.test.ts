import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFilmLength } from "@/lib/society/films/container";
import { captionsOf, lengthOf, spokenIn, transcriptOf } from "./captions";
import { FILMS } from "./films";

const LARGEST_FILM = 1_000_000;

describe.each(FILMS)("the film “$title”", (film) => {
  test("lasts less than a minute and is small", () => {
    expect(lengthOf(film)).toBeGreaterThanOrEqual(30);
    expect(lengthOf(film)).toBeLessThan(60);
    const { size } = statSync(`public/videos/${film.name}.mp4`);
    expect(size).toBeGreaterThan(50_000);
    expect(size).toBeLessThanOrEqual(LARGEST_FILM);
    expect(statSync(`public/videos/${film.name}.jpg`).size).toBeGreaterThan(5_000);
  });

  test("has the captions of its scenes, and all of them beside it as a text", () => {
    expect(readFileSync(`public/videos/${film.name}.vtt`, "utf8")).toBe(captionsOf(film));
    const page = readFileSync("lib/society/content/first-texts/welcome.md", "utf8");
    expect(page).toContain(`(/videos/${film.name}.mp4)`);
    expect(page).toContain(transcriptOf(film));
  });

  test("gives time to read: at most twenty letters a second", () => {
    expect(film.scenes.filter((scene) => spokenIn(scene).length / scene.seconds > 20)).toEqual([]);
  });

  test("has a voice, as long as its pictures", async () => {
    const bytes = readFileSync(`public/videos/${film.name}.mp4`);
    // The mark of AAC in the index, which comes first.
    expect(bytes.subarray(0, bytes.indexOf("mdat")).includes("mp4a")).toBe(true);
    const readAt = async (from: number, length: number) => bytes.subarray(from, from + length);
    expect(await readFilmLength("mp4", bytes.length, readAt)).toBe(lengthOf(film));
  });
});
