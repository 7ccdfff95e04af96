import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainWords, searchText } from "./search-text";

describe("the words that a mentor is found by", () => {
  it("have no accents and no capitals", () => {
    const words = { name: "Zoë Łukasik-Ørsted", headline: "Façade ENGINEER", about: "İstanbul, straße", topicLabels: [] };
    expect(searchText(words)).toBe("zoe lukasik orsted facade engineer istanbul strasse");
  });

  it("are divided at punctuation, so that each is found by itself", () => {
    expect(searchText({ name: "A", headline: "C++", about: "see x.org/y", topicLabels: ["Work/life balance"] })).toBe(
      "a c see x org y work life balance",
    );
  });

  it("keep the letters of other scripts", () => {
    expect(plainWords("Юрій 田中 محمد")).toEqual(["юріи", "田中", "محمد"]);
  });

  it("are letters and digits, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(plainWords(text).join("")).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
    );
  });
});
