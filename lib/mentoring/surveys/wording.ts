import type { AnswerRefusal, QuestionKind, SurveyQuestion } from "./survey";

/** Who reads the answers: said before the first question, in the mail and on the page. */
export function sayWhoReads(society: string): string {
  return `Staff of ${society} read your answer without your name, unless you ask to be contacted. They see figures only where at least five people have answered. Your partner never sees it.`;
}

const SCORES = ["Very poor", "Poor", "Fair", "Good", "Very good"] as const;

/** "4: Good" */
export function sayScore(score: number): string {
  return `${score}: ${SCORES[score - 1] ?? ""}`;
}

/** What an answer to a question says. */
export function sayChosen({ kind, options }: Pick<SurveyQuestion, "kind" | "options">, value: number): string {
  switch (kind) {
    case "scale":
      return sayScore(value);
    case "yes-no":
      return value === 1 ? "Yes" : "No";
    case "choice":
      return options[value - 1] ?? String(value);
    case "text":
      return "";
  }
}

export const KIND_LABELS: Readonly<Record<QuestionKind, string>> = {
  scale: "From 1 (very poor) to 5 (very good)",
  choice: "One choice from a list",
  "yes-no": "Yes or no",
  text: "A text",
};

/** Why an answer was not taken, to the one who gave it. */
export function sayAnswerRefusal(reason: AnswerRefusal): string {
  switch (reason) {
    case "not-found":
      return "That is not possible.";
    case "closed":
      return "This survey is closed, so it takes no more answers. Thank you all the same.";
    case "counted":
      return "Your answer has been counted with those of others, so it can no longer be changed.";
    case "nothing-answered":
      return "Answer at least one question.";
    case "unknown-choice":
      return "The choices have changed since this page was opened. Please open it again.";
    case "changed-meanwhile":
      return "Your answer was sent twice at the same moment. Please look again.";
  }
}
