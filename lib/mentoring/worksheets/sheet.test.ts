import { describe, expect, test } from "vitest";
import { AddSheetInput, ChangeSheetInput, ROOM } from "./input";
import { BOXES, isEmpty, pickWords, SHEET_KINDS } from "./sheet";
import { BOX_WORDS, KIND_WORDS, sheetTitle } from "./wording";

const ID = "00000000-0000-4000-8000-000000000009";
const FORM = { relationshipId: ID, sheetId: ID, kind: "swot" };

describe.each(SHEET_KINDS)("a %s", (kind) => {
  test("has a prompt for every box, and no two alike", () => {
    const prompts = BOXES[kind].map((box) => BOX_WORDS[box].prompt);
    expect(new Set(prompts).size).toBe(BOXES[kind].length);
    for (const prompt of prompts) expect(prompt).toMatch(/\?/);
  });

  test("takes its own boxes and nothing else", () => {
    const words = pickWords(kind, { title: "T", strengths: "s", goals: "g", nonsense: "n" });
    expect(Object.keys(words)).toEqual(["title", ...BOXES[kind]]);
  });

  test("is empty when only its title is filled in", () => {
    expect(isEmpty(kind, pickWords(kind, { title: "T" }))).toBe(true);
    expect(isEmpty(kind, pickWords(kind, { [BOXES[kind][0]]: "x" }))).toBe(false);
  });

  test("without a title goes by its kind and day", () => {
    const createdAt = new Date("2026-11-21T23:30:00Z");
    const words = pickWords(kind, {});
    expect(sheetTitle({ kind, words, createdAt }, createdAt, "Asia/Tokyo")).toBe(`${KIND_WORDS[kind].name} of 22 November`);
    expect(sheetTitle({ kind, words: { ...words, title: "A plan" }, createdAt }, createdAt, "UTC")).toBe("A plan");
  });
});

describe("the form", () => {
  test("keeps words as typed, but for what no text should hold", () => {
    const parsed = AddSheetInput.parse({ ...FORM, strengths: " one\r\ntwo\u0000 " });
    expect([parsed.strengths, parsed.weaknesses]).toEqual(["one\ntwo", ""]);
  });

  test("has an end", () => {
    expect(AddSheetInput.safeParse({ ...FORM, threats: "x".repeat(ROOM.box) }).success).toBe(true);
    expect(AddSheetInput.safeParse({ ...FORM, threats: "x".repeat(ROOM.box + 1) }).success).toBe(false);
    expect(AddSheetInput.safeParse({ ...FORM, kind: "other" }).success).toBe(false);
    expect(ChangeSheetInput.safeParse({ ...FORM, base: "0" }).success).toBe(false);
    expect(ChangeSheetInput.parse({ ...FORM, base: "3" })).toMatchObject({ base: 3, take: [] });
  });
});
