import { type Refusal, refuse } from "@/lib/foundation/result";
import type { AnswerRefusal, Answers, SurveyQuestion } from "./survey";

/** An asking, as far as answering it depends on it. */
export interface Asking {
  openUntil: Date;
  /** A survey of the society's own that staff have closed. */
  isClosed: boolean;
  /** Whether an answer has entered the figures. */
  isCounted: boolean;
}

/** Why it cannot be answered now, or answered otherwise; null when it can. */
export function whyNot({ openUntil, isClosed, isCounted }: Asking, now: Date): AnswerRefusal | null {
  if (isCounted) return "counted";
  return isClosed || openUntil <= now ? "closed" : null;
}

export interface Given extends Answers {
  /** The answer to the first question from 1 to 5. */
  score: number | null;
}

/** What should be kept, or why not. */
export function decide(
  asking: Asking,
  questions: readonly SurveyQuestion[],
  answers: Answers | null,
  now: Date,
): { ok: true; given: Given } | Refusal<AnswerRefusal> {
  const refusal = whyNot(asking, now);
  if (refusal) return refuse(refusal);
  if (!answers) return refuse("unknown-choice");
  if (Object.keys(answers.chosen).length + Object.keys(answers.words).length === 0) return refuse("nothing-answered");
  const scale = questions.find(({ kind }) => kind === "scale");
  return { ok: true, given: { ...answers, score: (scale && answers.chosen[scale.number]) ?? null } };
}
