import { describe, expect, test } from "vitest";
import { ChangeInput, WriteInput } from "./input";
import { checkDay, sumUp, toYear } from "./reflection";
import { listWords, sayMinutes, sayTotals } from "./wording";

const NOW = new Date("2026-12-31T23:30:00Z");
const ID = "0b8c6d4e-0000-4000-8000-000000000001";

test.each([
  [1, "1 minute"],
  [45, "45 minutes"],
  [60, "1 hour"],
  [90, "1 hour 30 minutes"],
  [121, "2 hours 1 minute"],
  [0, "0 minutes"],
  [60_000, "1,000 hours"],
])("%d minutes are %s", (minutes, words) => expect(sayMinutes(minutes)).toBe(words));

test("the sum of a year", () => {
  const totals = sumUp([
    { minutes: 60, isStructured: true },
    { minutes: 90, isStructured: false },
    { minutes: 120, isStructured: true },
  ]);
  expect(totals).toEqual({ count: 3, minutes: 270, structuredMinutes: 180 });
  expect(sayTotals(totals)).toBe(
    "3 reflections, 4 hours 30 minutes in all (270 minutes): 3 hours structured, 1 hour 30 minutes unstructured.",
  );
});

test("a day is one that has come, where the writer is or a little east of it", () => {
  expect(checkDay("2026-12-31", NOW, "Europe/London").ok).toBe(true);
  expect(checkDay("2027-01-01", NOW, "Europe/London").ok).toBe(true);
  expect(checkDay("2027-01-02", NOW, "Europe/London")).toEqual({ ok: false, reason: "day-ahead" });
  expect(checkDay("2027-01-02", NOW, "Asia/Tokyo").ok).toBe(true);
  expect(checkDay("1999-12-31", NOW, "Europe/London")).toEqual({ ok: false, reason: "day-too-old" });
});

test("the year is that of the reader's calendar, or the one asked for", () => {
  expect(toYear(undefined, NOW, "Europe/London")).toBe(2026);
  expect(toYear(undefined, NOW, "Asia/Tokyo")).toBe(2027);
  expect(toYear("2025", NOW, "Europe/London")).toBe(2025);
  for (const odd of ["20255", "1999", "x", "2026 or 1=1", ["2025"]]) expect(toYear(odd, NOW, "Europe/London")).toBe(2026);
});

describe("the form", () => {
  const filled = { id: ID, heldOn: "2026-11-21", minutes: "60", countsAs: "structured", done: "Talked." };
  const complaints = (changes: Record<string, unknown>) =>
    (WriteInput.safeParse({ ...filled, ...changes }).error?.issues ?? []).map(({ path }) => path.join("."));

  test("takes a line under any question, or in the one box", () => {
    expect(WriteInput.parse(filled)).toMatchObject({
      minutes: 60,
      relationshipId: null,
      meetingId: null,
      learned: "",
      free: "",
    });
    expect(complaints({ done: "", use: "Soon." })).toEqual([]);
    expect(complaints({ done: "", form: "free", free: "All of it." })).toEqual([]);
    expect(complaints({ done: " \n " })).toEqual(["done"]);
    expect(complaints({ done: "", form: "free" })).toEqual(["free"]);
  });

  test.each([
    ["minutes", { minutes: "0" }],
    ["minutes", { minutes: "an hour" }],
    ["minutes", { minutes: "1441" }],
    ["minutes", { minutes: "1.5" }],
    ["heldOn", { heldOn: "21 November" }],
    ["countsAs", { countsAs: "" }],
    ["countsAs", { countsAs: undefined }],
    ["done", { done: "x".repeat(4001) }],
    ["id", { id: "1" }],
  ])("says what is wrong with %s: %j", (path, changes) => expect(complaints(changes)).toEqual([path]));

  test("of a change says what was opened", () => {
    expect(ChangeInput.parse({ ...filled, version: "3" })).toMatchObject({ version: 3 });
    expect(ChangeInput.safeParse(filled).success).toBe(false);
  });
});

test("free words need no question above them", () => {
  const words = { done: "", learned: "", use: "", free: "" };
  expect(listWords({ words: { ...words, free: "All." } })).toEqual([{ question: null, words: "All." }]);
  expect(listWords({ words: { ...words, done: "Talked.", free: "All." } })).toEqual([
    { question: "What was done", words: "Talked." },
    { question: "Notes", words: "All." },
  ]);
});
