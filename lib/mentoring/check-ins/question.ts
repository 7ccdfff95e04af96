/** "Have you met?" in the first weeks, "Are you still meeting?" after a long silence. */
export const QUESTIONS = ["met", "still"] as const;
export type Question = (typeof QUESTIONS)[number];

export function isQuestion(text: string | null | undefined): text is Question {
  return QUESTIONS.some((one) => one === text);
}

export const ANSWERS = ["met", "date", "no-reply", "not-going"] as const;
export type Answer = (typeof ANSWERS)[number];

/** For how many days a question can be answered, and the link in its mail works. */
export const OPEN_DAYS = 30;

/** What both are asked. */
export function sayQuestion(question: Question, partnerName: string): string {
  return question === "met" ? `Have you and ${partnerName} met?` : `Are you and ${partnerName} still meeting?`;
}

/** The four answers, as members know them. */
export function sayAnswer(answer: Answer, question: Question): string {
  switch (answer) {
    case "met":
      return question === "met" ? "We have met" : "Yes, we are meeting";
    case "date":
      return "We have a date";
    case "no-reply":
      return "No reply from my partner";
    case "not-going":
      return "It is not going ahead";
  }
}
