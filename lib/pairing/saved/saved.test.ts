import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { MarkInput } from "./input";
import { stateOf } from "./saved";
import { sayMarkRefusal, sayState } from "./wording";

const ID = "0a0a0a0a-1111-4222-8333-444444444444";

describe("where a press leads back to", () => {
  test.each([
    "/mentors",
    "/mentors?q=law&topic=1&topic=2&after=1a2b-0123456789abcdef0123456789abcdef",
    "/mentors?q=two+words%21",
    `/mentors/${ID}`,
    "/saved",
  ])("%s", (back) => {
    expect(MarkInput.parse({ back, save: ID })).toEqual({ back, save: ID });
  });

  test.each([
    "//elsewhere.example",
    "https://elsewhere.example/mentors",
    "/mentors/../admin",
    "/mentors\\@elsewhere.example",
    "/account",
    "/mentors?q=a#b",
    "javascript:alert(1)",
  ])("never %s", (back) => {
    expect(MarkInput.parse({ back }).back).toBe("/mentors");
  });
});

test.each([
  [true, true, "free", null],
  [false, false, "full", "No place free at the moment"],
  [false, true, "away", "Away until 12 December"],
] as const)("listed %s with a place %s is %s", (isListed, hasPlace, state, said) => {
  expect(stateOf({ isListed, hasPlace })).toBe(state);
  expect(sayState({ isListed, hasPlace }, "12 December")).toBe(said);
});

test("a day of return that is not known, and refusals, are said", () => {
  expect(sayState({ isListed: false, hasPlace: true }, null)).toBe("Away at the moment");
  expect(sayMarkRefusal("list-full", DEFAULT_SETTINGS)).toMatch(/room for 100 mentors/);
  expect(sayMarkRefusal("not-found", DEFAULT_SETTINGS)).toMatch(/nothing was saved/);
});
