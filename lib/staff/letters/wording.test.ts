import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import type { LetterToPair } from "./letter";
import { sayOutcomes } from "./wording";

test.each<[LetterToPair["outcomes"], string[]]>([
  [{ mentee: "sent", mentor: "sent" }, ["Both: sent by e-mail"]],
  [
    { mentee: "on-its-way", mentor: "apart" },
    ["Mentee: e-mail on its way", "Mentor: not reached: one of the two has blocked the other"],
  ],
  [{ mentee: "failed" }, ["Mentee: e-mail failed", "Mentor: got the same words for another relationship of theirs"]],
])("what became of a letter to many pairs for two of them: %j", (outcomes, said) => {
  expect(sayOutcomes(outcomes, DEFAULT_SETTINGS.words)).toEqual(said);
});
