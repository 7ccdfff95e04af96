import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareScores } from "@/testing/matching/compare-scores";
import { mostPoints, NO_WISH, type Offer, scoreOf, WEIGHTS } from "./score";

const WANTED = { topics: [1, 6], methods: [2], languages: [1], sector: 2, region: 3 };
const PERFECT: Offer = { topics: [1, 2, 6], methods: [1, 2], languages: [1, 4], sector: 2, region: 3, answerHours: 20 };

describe("the score of a mentor", () => {
  it("is the topics covered, and points for the rest", () => {
    expect(scoreOf(WANTED, PERFECT)).toEqual({ covers: 2, points: 29 });
    expect(mostPoints(WANTED)).toBe(29);
  });

  it.each([
    ["no common method", { methods: [1] }, 19],
    ["no common language", { languages: [4] }, 19],
    ["another sector", { sector: 1 }, 25],
    ["no sector", { sector: null }, 25],
    ["another region", { region: 1 }, 26],
    ["answers in two days", { answerHours: 48 }, 29],
    ["answers in a little more", { answerHours: 49 }, 28],
    ["answers in four days", { answerHours: 96 }, 28],
    ["answers in five days", { answerHours: 120 }, 28],
    ["answers in a little more than five", { answerHours: 121 }, 27],
    ["answers in two weeks", { answerHours: 336 }, 27],
    ["never answered", { answerHours: null }, 27],
  ])("loses points for %s", (_, change, points) => {
    expect(scoreOf(WANTED, { ...PERFECT, ...change }).points).toBe(points);
  });

  it("puts one more topic before everything else", () => {
    const stranger = { ...PERFECT, methods: [], languages: [], sector: null, region: null, answerHours: null };
    const oneTopic = { ...PERFECT, topics: [1] };
    expect(compareScores(scoreOf(WANTED, stranger), scoreOf(WANTED, oneTopic))).toBeLessThan(0);
  });

  it("puts the one with more points first among those who cover as much, and keeps equals apart", () => {
    const slower = { ...PERFECT, answerHours: 96 };
    expect(compareScores(scoreOf(WANTED, PERFECT), scoreOf(WANTED, slower))).toBeLessThan(0);
    expect(compareScores(scoreOf(WANTED, slower), scoreOf(WANTED, PERFECT))).toBeGreaterThan(0);
    expect(compareScores(scoreOf(WANTED, PERFECT), scoreOf(WANTED, PERFECT))).toBe(0);
  });

  it("puts being able to meet before all of sector, region and speed", () => {
    expect(WEIGHTS.method).toBeGreaterThan(WEIGHTS.sector + WEIGHTS.region + 2);
    expect(WEIGHTS.language).toBeGreaterThan(WEIGHTS.sector + WEIGHTS.region + 2);
  });

  it("looks at speed alone for a mentee who has said nothing yet", () => {
    expect(scoreOf(NO_WISH, PERFECT)).toEqual({ covers: 0, points: 2 });
    expect(scoreOf(NO_WISH, { ...PERFECT, answerHours: null })).toEqual({ covers: 0, points: 0 });
  });

  it("never exceeds the most, and does not shrink when a mentor offers more", () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 62 }), { maxLength: 6 });
    const place = fc.option(fc.integer({ min: 0, max: 4 }));
    const wanted = fc.record({ topics: ids, methods: ids, languages: ids, sector: place, region: place });
    const hours = fc.option(fc.integer({ min: 0, max: 600 }));
    fc.assert(
      fc.property(wanted, wanted, hours, ids, (wish, offer, answerHours, more) => {
        const score = scoreOf(wish, { ...offer, answerHours });
        const richer = scoreOf(wish, {
          ...offer,
          answerHours,
          topics: [...offer.topics, ...more],
          methods: [...offer.methods, ...more],
        });
        expect(score.points).toBeLessThanOrEqual(mostPoints(wish));
        expect(richer.covers).toBeGreaterThanOrEqual(score.covers);
        expect(richer.points).toBeGreaterThanOrEqual(score.points);
      }),
    );
  });
});
