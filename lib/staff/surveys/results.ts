import { FEWEST } from "@/lib/mentoring/surveys/counting";
import type { SurveyQuestion } from "@/lib/mentoring/surveys/survey";
import { sayChosen } from "@/lib/mentoring/surveys/wording";

/** How often something was answered, summed over what is shown. */
export interface Sum {
  /** 0: the people themselves. */
  question: number;
  value: number;
  count: number;
}

export interface QuestionResult {
  number: number;
  question: string;
  /** How many have answered it. */
  count: number;
  /** From 1 to 5; null for other kinds. */
  mean: number | null;
  rows: readonly { label: string; count: number; share: number }[];
}

export interface Results {
  /** How many people are counted; null below five. */
  people: number | null;
  /** Only those that at least five have answered. */
  questions: readonly QuestionResult[];
}

/** What is shown of the figures. They are whole groups of five or more already; this only leaves out what has none. */
export function toResults(questions: readonly SurveyQuestion[], sums: readonly Sum[]): Results {
  const people = total(sums.filter(({ question }) => question === 0));
  return {
    people: people >= FEWEST ? people : null,
    questions: questions.filter(({ kind }) => kind !== "text").flatMap((question) => toResult(question, sums) ?? []),
  };
}

function toResult(question: SurveyQuestion, sums: readonly Sum[]): QuestionResult | null {
  const { number, kind, options } = question;
  const own = sums.filter((one) => one.question === number);
  const count = total(own);
  if (count < FEWEST) return null;
  const values = Array.from({ length: { scale: 5, "yes-no": 2, choice: options.length, text: 0 }[kind] }, (_, i) => i + 1);
  return {
    number,
    question: question.question,
    count,
    mean: kind === "scale" ? meanOf(own) : null,
    rows: values.map((value) => {
      const given = total(own.filter((one) => one.value === value));
      return { label: sayChosen(question, value), count: given, share: given / count };
    }),
  };
}

/** The mean of answers from 1 to 5; null without any. */
export function meanOf(sums: readonly Pick<Sum, "value" | "count">[]): number | null {
  const count = total(sums);
  return count === 0 ? null : sums.reduce((all, { value, count }) => all + value * count, 0) / count;
}

function total(sums: readonly { count: number }[]): number {
  return sums.reduce((all, { count }) => all + count, 0);
}
