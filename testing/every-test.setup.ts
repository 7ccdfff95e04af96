import fc from "fast-check";
import { afterEach, beforeEach, expect } from "vitest";

// A hundred values for each property; a mutant, of which there are thousands, is shown fewer.
fc.configureGlobal({ seed: Number(process.env.FC_SEED), numRuns: Number(process.env.FC_RUNS ?? 100) });

let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  console.error = (...words: unknown[]) => {
    complaints.push(words);
  };
});

/** What goes to console.error is a defect, even when nothing else notices. */
afterEach(() => {
  expect(complaints, "nothing should be written to console.error").toEqual([]);
});
