import { expect, test } from "vitest";
import type { SurveyQuestion } from "@/lib/mentoring/surveys/survey";
import { withoutQuestion, withQuestion } from "./questions";
import { toResults } from "./results";

const SCALE: SurveyQuestion = { number: 1, kind: "scale", question: "How is it?", options: [] };
const CHOICE: SurveyQuestion = { number: 2, kind: "choice", question: "Where?", options: ["Here", "There"] };
const sum = (question: number, value: number, count: number) => ({ question, value, count });

test("the mean and how often each was answered, from five on", () => {
  const sums = [sum(0, 0, 6), sum(1, 5, 3), sum(1, 2, 3), sum(2, 1, 4)];
  const { people, questions } = toResults([SCALE, CHOICE], sums);
  expect(people).toBe(6);
  expect(questions.map(({ number, count, mean }) => [number, count, mean])).toEqual([[1, 6, 3.5]]);
  expect(questions[0]?.rows.map(({ label, count }) => [label, count])).toEqual([
    ["1: Very poor", 0],
    ["2: Poor", 3],
    ["3: Fair", 0],
    ["4: Good", 0],
    ["5: Very good", 3],
  ]);
  expect(toResults([SCALE], [sum(0, 0, 4), sum(1, 5, 4)])).toEqual({ people: null, questions: [] });
});

test.each([
  ["Here", "too-few-options"],
  ["Here\nhere", "option-twice"],
  [`Here\n${"x".repeat(81)}`, "option-too-long"],
  [Array.from({ length: 11 }, (_, i) => `Place ${i}`).join("\n"), "too-many-options"],
])("the choices %o are refused", (options, reason) => {
  expect(withQuestion([], { kind: "choice", question: "Where?", options })).toEqual({ ok: false, reason });
});

test("questions are numbered in their order, up to ten", () => {
  const two = withQuestion([SCALE], { kind: "choice", question: "Where?", options: " Here \n\nThere" });
  expect(two).toEqual({ ok: true, value: [SCALE, CHOICE] });
  expect(withoutQuestion([SCALE, CHOICE], 1)).toEqual([{ ...CHOICE, number: 1 }]);
  const ten = Array.from({ length: 10 }, () => SCALE);
  expect(withQuestion(ten, { kind: "text", question: "More?", options: "" })).toEqual({
    ok: false,
    reason: "too-many-questions",
  });
});
