import { done, type Result, refuse } from "@/lib/foundation/result";
import { MOST_OPTIONS, MOST_QUESTIONS, type QuestionKind, ROOM, type SurveyQuestion } from "@/lib/mentoring/surveys/survey";
import type { SurveyRefusal } from "./decide";

export interface TypedQuestion {
  kind: QuestionKind;
  question: string;
  /** One choice in each line. */
  options: string;
}

/** The questions with one more at the end. */
export function withQuestion(
  questions: readonly SurveyQuestion[],
  { kind, question, options }: TypedQuestion,
): Result<SurveyQuestion[], SurveyRefusal> {
  if (questions.length >= MOST_QUESTIONS) return refuse("too-many-questions");
  const lines = kind === "choice" ? readLines(options) : [];
  if (kind === "choice") {
    if (lines.length < 2) return refuse("too-few-options");
    if (lines.length > MOST_OPTIONS) return refuse("too-many-options");
    if (lines.some((line) => line.length > ROOM.option)) return refuse("option-too-long");
    if (new Set(lines.map((line) => line.toLocaleLowerCase("en-GB"))).size < lines.length) return refuse("option-twice");
  }
  return done(numbered([...questions, { number: 0, kind, question, options: lines }]));
}

/** Without one. A draft has no answers, so the others are numbered anew. */
export function withoutQuestion(questions: readonly SurveyQuestion[], number: number): SurveyQuestion[] {
  return numbered(questions.filter((one) => one.number !== number));
}

function numbered(questions: readonly SurveyQuestion[]): SurveyQuestion[] {
  return questions.map((question, i) => ({ ...question, number: i + 1 }));
}

function readLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
