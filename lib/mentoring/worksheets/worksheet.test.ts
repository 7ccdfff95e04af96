import { describe, expect, test } from "vitest";
import { AddWorksheetInput, ChangeWorksheetInput, ROOM } from "./input";
import { BOX_WORDS, KIND_WORDS, worksheetTitle } from "./wording";
import { BOXES, isEmpty, pickWords, WORKSHEET_KINDS } from "./worksheet";

const ID = "00000000-0000-4000-8000-000000000009";
const FORM = { relationshipId: ID, worksheetId: ID, kind: "swot" };

describe.each(WORKSHEET_KINDS)("a %s", (kind) => {
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
    expect(worksheetTitle({ kind, words, createdAt }, createdAt, "Asia/Tokyo")).toBe(`${KIND_WORDS[kind].name} of 22 November`);
    expect(worksheetTitle({ kind, words: { ...words, title: "A plan" }, createdAt }, createdAt, "UTC")).toBe("A plan");
  });
});

describe("the form", () => {
  test("keeps words as typed, but for what no text should hold", () => {
    const parsed = AddWorksheetInput.parse({ ...FORM, strengths: " one\r\ntwo\u0000 " });
    expect([parsed.strengths, parsed.weaknesses]).toEqual(["one\ntwo", ""]);
  });

  test("has an end", () => {
    expect(AddWorksheetInput.safeParse({ ...FORM, threats: "x".repeat(ROOM.box) }).success).toBe(true);
    expect(AddWorksheetInput.safeParse({ ...FORM, threats: "x".repeat(ROOM.box + 1) }).success).toBe(false);
    expect(AddWorksheetInput.safeParse({ ...FORM, kind: "other" }).success).toBe(false);
    expect(ChangeWorksheetInput.safeParse({ ...FORM, base: "0" }).success).toBe(false);
    expect(ChangeWorksheetInput.parse({ ...FORM, base: "3" })).toMatchObject({ base: 3, take: [] });
  });
});
