import fc from "fast-check";
import { afterEach, beforeEach, expect } from "vitest";

// A hundred values for each property, but fewer for mutants, because there are thousands of them.
fc.configureGlobal({ seed: Number(process.env.FC_SEED), numRuns: Number(process.env.FC_RUNS ?? 100) });

let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  console.error = (...words: unknown[]) => {
    complaints.push(words);
  };
});

/** Anything printed with console.error is a defect, even if no assertion fails. */
afterEach(() => {
  expect(complaints, "nothing should be written to console.error").toEqual([]);
});
