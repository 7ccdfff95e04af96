import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, Settings } from "@/lib/society/settings/settings";
import { capital, listInWords, sayDone, sayNumber, supportLink, withArticle } from "./wording";

const words = { mentor: "adviser", mentors: "advisers", mentee: "learner", mentees: "learners" };

describe("what has just been done", () => {
  it("is said in the society's words", () => {
    expect(sayDone("withdrawn", words)).toBe("You have withdrawn this proposal. We have told the adviser.");
    expect(sayDone("rejected", words)).toBe("You have rejected this proposal. We have told the learner.");
  });

  it("is nothing for what an address may hold beside our keys", () => {
    for (const key of [undefined, "", "nonsense", "toString", "__proto__", ["sent", "sent"]])
      expect(sayDone(key, words)).toBeNull();
  });
});

describe("where help comes from", () => {
  it("is the first that the society has: e-mail, telephone, website", () => {
    const society = { websiteUrl: "https://society.example/" };
    expect(supportLink(Settings.parse({ society, support: { email: "a@example.org", phone: "01" } }))).toBe(
      "mailto:a@example.org",
    );
    expect(supportLink(Settings.parse({ society, support: { phone: "+44 1632 960-240" } }))).toBe("tel:+441632960240");
    expect(supportLink(Settings.parse({ society }))).toBe("https://society.example/");
    expect(supportLink(DEFAULT_SETTINGS)).toBeNull();
    expect(supportLink(DEFAULT_SETTINGS, true)).toBe("/support");
  });
});

it("joins words, numbers and articles as people write them", () => {
  expect(listInWords(["3", "7", "15"])).toBe("3, 7 and 15");
  expect(sayNumber(4000)).toBe("4,000");
  expect([withArticle("mentor"), withArticle("adviser")]).toEqual(["a mentor", "an adviser"]);
  expect(capital("mentors")).toBe("Mentors");
});
