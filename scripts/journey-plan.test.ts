import { expect, test } from "vitest";
import { planJourneys } from "./journey-plan.mjs";

const FILES = [
  "e2e/staff-look.spec.ts",
  "e2e/goals.spec.ts",
  "e2e/gallery.spec.ts",
  "e2e/plain/goals.test.ts",
  "e2e/plain/doors.test.ts",
];
const plan = (...args: string[]) => planJourneys(args, "", FILES);

test("without arguments everything is run", () => {
  expect(plan()).toEqual({ browser: [], alone: [], plain: [], local: true });
  expect(plan("--workers", "3")).toMatchObject({ browser: ["--workers", "3"], alone: ["--workers", "3"], plain: [] });
});

test("a name is that of a journey with scripts and of the one without", () => {
  expect(plan("goals")).toEqual({ browser: ["goals"], alone: null, plain: ["e2e/plain/goals.test.ts"], local: false });
  expect(plan("e2e/staff-look.spec.ts")).toEqual({
    browser: null,
    alone: ["e2e/staff-look.spec.ts"],
    plain: null,
    local: false,
  });
  expect(plan("doors")).toEqual({ browser: null, alone: null, plain: ["e2e/plain/doors.test.ts"], local: false });
});

test("a line belongs to its file, and what nothing is called is said", () => {
  expect(plan("e2e/goals.spec.ts:12")).toMatchObject({ browser: ["e2e/goals.spec.ts:12"], plain: null });
  expect(() => plan("gaols")).toThrow("No journey has gaols in its name.");
  expect(() => plan("--project=plain", "e2e/goals.spec.ts")).toThrow(
    "No journey is meant by --project=plain e2e/goals.spec.ts.",
  );
  expect(() => plan("--project=alone", "doors")).toThrow("No journey is meant by");
});

test("a project leaves the others out, and a search is the browser's", () => {
  expect(plan("goals", "--project", "desktop")).toMatchObject({ browser: ["goals", "--project", "desktop"], plain: null });
  expect(plan("plain", "goals")).toMatchObject({ browser: null, alone: null, plain: ["e2e/plain/goals.test.ts"] });
  expect(plan("plain")).toMatchObject({ browser: null, alone: null, plain: [] });
  expect(plan("--project=alone")).toMatchObject({ browser: null, alone: [], plain: null });
  expect(plan("-g", "goals")).toMatchObject({ browser: ["-g", "goals"], plain: null });
});

test("the gallery needs local accounts where it is kept to pages that have to do with them, or to none", () => {
  const isNeeded = (gallery: string) => planJourneys(["e2e/gallery.spec.ts"], gallery, FILES).local;
  expect([isNeeded(""), isNeeded("goals"), isNeeded("auth|local-accounts")]).toEqual([true, false, true]);
});
