import { setImmediate as aRound } from "node:timers/promises";
import PDFDocument from "pdfkit";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Block } from "@/lib/foundation/blocks";
import { makePdf } from "./make";

const paragraph = (text: string): Block => ({ type: "paragraph", inlines: [{ type: "text", text }] });
const paper = { title: "CPD record", society: "Institute", foot: "CPD record", at: new Date("2026-11-21T18:00:00Z") };
const PROSE = "We talked about what the next year should bring, and who could help with it. ";

/** What the library calls for whatever it measures or writes. */
const prototype = PDFDocument.prototype as unknown as {
  widthOfString: (words: string) => number;
  _fragment: (words: string) => void;
};
const { widthOfString, _fragment } = prototype;

/** How many letters are measured for a text, and how many are measured or drawn at most before another page has its turn. */
async function workOf(blocks: Block[]): Promise<{ measured: number; inOnePiece: number }> {
  let [measured, piece, most] = [0, 0, 0];
  vi.spyOn(prototype, "widthOfString").mockImplementation(function (this: unknown, words: string, ...rest) {
    measured += words.length;
    piece += words.length;
    most = Math.max(most, piece);
    return widthOfString.call(this, words, ...rest);
  });
  vi.spyOn(prototype, "_fragment").mockImplementation(function (this: unknown, words: string, ...rest) {
    piece += words.length;
    most = Math.max(most, piece);
    return _fragment.call(this, words, ...(rest as []));
  });
  let isDone = false;
  const others = (async () => {
    while (!isDone) {
      await aRound();
      piece = 0;
    }
  })();
  await makePdf({ ...paper, blocks });
  isDone = true;
  await others;
  return { measured, inOnePiece: most };
}

afterEach(() => vi.restoreAllMocks());

describe.each([
  ["a word without an end", "W".repeat(3999)],
  ["prose", PROSE.repeat(52)],
  ["narrow letters", "il".repeat(2000)],
  ["letters of several typefaces", "ŁέЖŵ".repeat(1000)],
  ["letters with their accents apart", `e${"\u0301".repeat(20)}`.repeat(190)],
  ["hyphens", "a-".repeat(2000)],
  ["nothing that can be seen", "\u200b".repeat(3999)],
])("%s", (_name, words) => {
  test("is measured a number of times that does not grow with it", async () => {
    const { measured } = await workOf(Array.from({ length: 4 }, () => paragraph(words)));
    expect(measured).toBeLessThan(4 * 4 * words.length + 2000);
  });

  test("is written in pieces, in one paragraph as in many", async () => {
    const one = await workOf([paragraph(words.repeat(2))]);
    expect(one.inOnePiece).toBeLessThan(1500);
    const many = await workOf(words.match(/.{1,40}/gsu)?.map(paragraph) ?? []);
    expect(many.inOnePiece).toBeLessThan(1500);
  });
});
