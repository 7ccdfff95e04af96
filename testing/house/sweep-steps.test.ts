import { expect, test } from "vitest";
import { sweepSteps } from "@/lib/entrypoints/sweep-steps";
import { readSources } from "./source-file";

const STEPS = sweepSteps("Europe/London");

test("every step of the sweep is in the one list, which the sweep runs and System counts", () => {
  const made = readSources([".ts"])
    // A step of the night is not one of the sweep.
    .filter(({ path }) => path.startsWith("lib/") && !/^lib\/entrypoints\/|\/nightly-step\.ts$/.test(path))
    .flatMap(({ text }) => [...text.matchAll(/^export (?:const|function) (\w+)[^\n]*: SweepStep</gm)].map(([, name]) => name));
  const [list] = readSources([".ts"]).filter(({ path }) => path === "lib/entrypoints/sweep-steps.ts");
  expect(made.length).toBeGreaterThan(10);
  expect(made.filter((name) => !new RegExp(`^    ${name}\\b`, "m").test(list?.text ?? ""))).toEqual([]);
  expect(STEPS).toHaveLength(made.length);
  expect(new Set(STEPS.map(({ name }) => name)).size).toBe(STEPS.length);
});

test("all but those that wait for another step's instant say what is overdue", () => {
  expect(STEPS.flatMap(({ name, overdue }) => (overdue ? [] : [name]))).toEqual(["meetings-after-the-end"]);
});
