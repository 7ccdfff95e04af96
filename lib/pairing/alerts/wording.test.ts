import { expect, test } from "vitest";
import { readSearch } from "@/lib/pairing/matching/input";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { sayAlertRefusal, saySearch } from "./wording";

test.each([
  ["", "Any mentor"],
  ["?q=law", "“law”"],
  [
    "?q=law&topic=1&topic=3&region=1&sector=2&method=2&language=1",
    "“law”, Career planning, Personal goals, Public sector, North, Video call, English",
  ],
])("the search %s is said", (search, said) => {
  expect(saySearch(readSearch(search, DEFAULT_SETTINGS), DEFAULT_SETTINGS)).toBe(said);
});

test("refusals are said", () => {
  expect(sayAlertRefusal("too-many", DEFAULT_SETTINGS)).toMatch(/20 things at once/);
  expect(sayAlertRefusal("not-found", DEFAULT_SETTINGS)).toMatch(/nothing was saved/);
});
