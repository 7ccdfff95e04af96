import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { captionsOf, transcriptOf } from "./captions";
import { FILMS } from "./films";

const LARGEST_FILM = 1_000_000;

describe.each(FILMS)("the film “$title”", (film) => {
  test("lasts twenty to forty seconds and is small", () => {
    const seconds = film.scenes.reduce((sum, scene) => sum + scene.seconds, 0);
    expect(seconds).toBeGreaterThanOrEqual(20);
    expect(seconds).toBeLessThanOrEqual(40);
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
    expect(film.scenes.filter(({ caption, seconds }) => caption.length / seconds > 20)).toEqual([]);
  });
});
