import { expect, it } from "vitest";
import { asSentence, capital, listInWords, sayNumber, withArticle } from "./wording";

it("joins words, numbers and articles as people write them", () => {
  expect(listInWords(["3", "7", "15"])).toBe("3, 7 and 15");
  expect(sayNumber(4000)).toBe("4,000");
  expect([withArticle("mentor"), withArticle("adviser")]).toEqual(["a mentor", "an adviser"]);
  expect(capital("mentors")).toBe("Mentors");
});

it("ends a sentence with somebody's own words and one mark", () => {
  const given = [
    "A declaration",
    "Mentors: how are we doing?",
    "Done! ",
    "The course “Who cares?”",
    "Reading (2026)",
    "And so on…",
  ];
  expect(given.map(asSentence)).toEqual([
    "A declaration.",
    "Mentors: how are we doing?",
    "Done!",
    "The course “Who cares?”",
    "Reading (2026).",
    "And so on…",
  ]);
});
