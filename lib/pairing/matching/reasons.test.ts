import { describe, expect, it } from "vitest";
import { Settings } from "@/lib/society/settings/settings";
import { reasonsFor } from "./reasons";
import { NO_WISH, type Offer, type Wanted } from "./score";
import { sayClosed, sayReason } from "./wording";

const SETTINGS = Settings.parse({
  languages: [
    { id: 1, label: "English" },
    { id: 2, label: "Welsh" },
    { id: 3, label: "French" },
  ],
});
const WANTED: Wanted = { topics: [1, 6], methods: [2, 3], languages: [1], sector: 2, region: 3 };
const OFFER: Offer = { topics: [1, 6], methods: [1, 2], languages: [1], sector: 2, region: 3, answerHours: 47 };

describe("why a mentor fits", () => {
  it("is said from the weightiest on", () => {
    expect(say(WANTED, OFFER)).toEqual([
      "+ Covers both your topics: Career planning, Personal confidence",
      "+ Meets the way you asked for: Video call",
      "+ Works in your sector: Public sector",
      "+ Is in your region: East",
    ]);
  });

  it.each<[string, Partial<Wanted>, Partial<Offer>, string[]]>([
    ["the one topic", { topics: [6] }, {}, ["+ Covers your topic: Personal confidence"]],
    [
      "three topics",
      { topics: [1, 2, 6] },
      { topics: [6, 2, 1] },
      ["+ Covers all 3 of your topics: Career planning, Work/life balance, Personal confidence"],
    ],
    [
      "some topics",
      { topics: [1, 5, 6] },
      {},
      ["+ Covers 2 of your 3 topics: Career planning, Personal confidence", "- Does not cover: Raising profile"],
    ],
    ["no topic", { topics: [5, 4] }, {}, ["- Does not cover: Communication and influencing, Raising profile"]],
    ["other methods", { methods: [2] }, { methods: [1] }, ["- Meets only this way: In person. You asked for: Video call"]],
    ["a notable language", { languages: [1, 2] }, { languages: [1, 2, 3] }, ["+ You both speak: Welsh"]],
    ["only the usual language", { languages: [1, 2] }, { languages: [1, 3] }, []],
    [
      "no common language",
      { languages: [2] },
      { languages: [1, 3] },
      ["- You have no language in common. They speak: English, French"],
    ],
    ["a sector alone", { sector: 2 }, { sector: 2, region: 3 }, ["+ Works in your sector: Public sector"]],
    ["a region alone", { region: 3 }, { sector: 2, region: 3 }, ["+ Is in your region: East"]],
    ["another sector and region", { sector: 1, region: 1 }, { sector: 2, region: 3 }, []],
  ])("says it for %s", (_, wanted, offer, sentences) => {
    expect(say({ ...NO_WISH, ...wanted }, { ...OFFER, sector: null, answerHours: null, ...offer })).toEqual(sentences);
  });

  it("calls every common language notable where a society's list is empty", () => {
    const settings = { ...SETTINGS, languages: [] };
    const reasons = reasonsFor({ ...NO_WISH, languages: [1] }, { ...OFFER, answerHours: null }, settings);
    expect(reasons).toEqual([{ kind: "speaks-too", isFor: true, languages: [] }]);
  });

  it("says what a retired topic was called", () => {
    const settings = { ...SETTINGS, topics: [{ id: 1, label: "Old name", retired: true }] };
    expect(reasonsFor({ ...NO_WISH, topics: [1] }, { ...OFFER, answerHours: null }, settings).map(sayReason)).toEqual([
      "Covers your topic: Old name",
    ]);
  });
});

describe("why a mentor takes no proposal", () => {
  it("is said in the society's words", () => {
    const settings = { ...SETTINGS, words: { mentor: "guide", mentors: "guides", mentee: "learner", mentees: "learners" } };
    expect(sayClosed("full", settings)).toBe("This guide has no place free at the moment.");
    expect(sayClosed("unavailable", settings)).toBe("This guide is not taking new learners at the moment.");
  });
});

function say(wanted: Wanted, offer: Offer): string[] {
  return reasonsFor(wanted, offer, SETTINGS).map((reason) => `${reason.isFor ? "+" : "-"} ${sayReason(reason)}`);
}
