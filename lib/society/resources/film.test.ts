import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { OUR_FILMS, readFilm, writeFilm } from "./film";

test.each(OUR_FILMS)("our film %s is there, with captions and a first picture", (name) => {
  const film = readFilm(`/videos/${name}.mp4`);
  if (film?.kind !== "ours") throw new Error("It should be ours.");
  for (const file of [film.src, film.captions, film.poster ?? ""]) expect(existsSync(`public${file}`)).toBe(true);
});

test("a film that the society uploaded has its captions, and no first picture", () => {
  const address = "/films/6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
  const film = readFilm(address);
  expect(film).toEqual({ kind: "ours", src: address, captions: `${address}/captions`, poster: null });
  expect(writeFilm(film)).toBe(address);
});

describe("films elsewhere are written in one way", () => {
  const YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
  test.each([
    [YOUTUBE, YOUTUBE],
    ["https://youtu.be/dQw4w9WgXcQ?si=tracking", YOUTUBE],
    ["https://m.youtube.com/watch?list=x&v=dQw4w9WgXcQ", YOUTUBE],
    ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", YOUTUBE],
    ["https://youtube.com/shorts/dQw4w9WgXcQ", YOUTUBE],
    ["https://vimeo.com/76979871", "https://vimeo.com/76979871"],
    ["https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871"],
  ])("%s", (typed, kept) => {
    expect(writeFilm(readFilm(typed))).toBe(kept);
    expect(writeFilm(readFilm(kept))).toBe(kept);
  });
});

test.each([
  "",
  "a film",
  "/videos/another.mp4",
  "/videos/../how-it-works.mp4",
  "/films/",
  "/films/../account",
  "/films/6F9619FF-8B86-4D01-B42D-00CF4FC964FF",
  "/films/6f9619ff-8b86-4d01-b42d-00cf4fc964ff/captions",
  "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
  "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com/watch?v=short",
  "https://www.youtube.com/@somebody",
  "https://vimeo.com/channels/one",
  "javascript:alert(1)//youtube.com",
])("%s is no film", (typed) => expect(readFilm(typed)).toBeNull());
