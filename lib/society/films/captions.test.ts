import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCaptions } from "./captions";

const read = (text: string) => readCaptions(Buffer.from(text));
const CUE = "00:00:01.000 --> 00:00:02.500\nHello.\n";

describe("captions are written again as times and words", () => {
  test.each([
    ["as they should be", `WEBVTT\n\n${CUE}`, `WEBVTT\n\n${CUE}`],
    ["from Windows, with a mark before them", `\uFEFFWEBVTT\r\n\r\n${CUE.replaceAll("\n", "\r\n")}`, `WEBVTT\n\n${CUE}`],
    ["with a title", `WEBVTT - Our film\n\n${CUE}`, `WEBVTT\n\n${CUE}`],
    ["without hours", "WEBVTT\n\n00:01.000 --> 00:02.500\nHello.", `WEBVTT\n\n${CUE}`],
    ["with names and places", `WEBVTT\n\nintro\n00:00:01.000 --> 00:00:02.500 line:0 align:start\nHello.`, `WEBVTT\n\n${CUE}`],
    ["with notes and regions", `WEBVTT\n\nNOTE\nx --> y\n\nREGION\nid:a\n\n${CUE}`, `WEBVTT\n\n${CUE}`],
    ["with styles", `WEBVTT\n\nSTYLE\n::cue { background: url(//evil.example) }\n\n${CUE}`, `WEBVTT\n\n${CUE}`],
    ["with tags", "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Ann><c.red>Hel</c>lo.</v>", `WEBVTT\n\n${CUE}`],
    ["with an empty cue", `WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n\n${CUE}`, `WEBVTT\n\n${CUE}`],
  ])("%s", (_what, typed, kept) => {
    expect(read(typed)).toEqual({ ok: true, text: kept, count: 1 });
  });

  test("nothing in the words is anything but words, however often it is read", () => {
    const typed = `WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n&lt;script&gt; A & B <img src=x onerror=alert(1)> &amp;lt; 1 -- > 2 --&gt;`;
    const once = read(typed);
    expect(once).toMatchObject({ text: expect.stringContaining("&lt;script&gt; A &amp; B &amp;lt; 1 -- &gt; 2 --&gt;") });
    if (!once.ok) throw new Error("They should be taken.");
    expect(read(once.text)).toEqual(once);
  });

  test("our own films’ captions are fine", () => {
    expect(readCaptions(readFileSync("public/videos/how-it-works.vtt"))).toMatchObject({ ok: true, count: 7 });
  });
});

test.each([
  ["", { reason: "no-webvtt" }],
  ["1\n00:00:01,000 --> 00:00:02,000\nHello.", { reason: "no-webvtt" }],
  ["WEBVTTX\n\n", { reason: "no-webvtt" }],
  ["<html>", { reason: "no-webvtt" }],
  ["WEBVTT", { reason: "no-cues" }],
  ["WEBVTT\n\nJust words.", { reason: "no-cues" }],
  ["WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nHello.", { reason: "bad-time", line: 3 }],
  ["WEBVTT\n\n1\n00:00:61.000 --> 00:00:62.000\nHello.", { reason: "bad-time", line: 4 }],
  ["WEBVTT\n\n00:00:02.000 --> 00:00:02.000\nHello.", { reason: "ends-before", line: 3 }],
  [`WEBVTT\n\n${`${CUE}\n`.repeat(5001)}`, { reason: "too-many-cues" }],
  ["WEBVTT\n\n\0", { reason: "no-text" }],
])("%j cannot be taken", (typed, refusal) => {
  expect(read(typed)).toEqual({ ok: false, ...refusal });
});

test("a film that was chosen for its captions is no text", () => {
  expect(readCaptions(readFileSync("public/videos/how-it-works.mp4"))).toEqual({ ok: false, reason: "no-text" });
});
