import { Temporal } from "temporal-polyfill";
import type { Role } from "@/lib/foundation/viewer";
import {
  type AskedQuestion,
  fieldOf,
  isFilled,
  type Kind,
  type ProfileQuestion,
  ROOM,
  type ShownAnswer,
} from "./profile-question";
import { sayAnswer } from "./wording";

export interface Answer {
  questionId: string;
  /** Whether only partners read it. */
  isSealed: boolean;
  /** Null for an answer that was taken back. */
  answer: string | null;
}

/** The answers in the fields of a form, among its others, to what this member is asked; or what is wrong with them. */
export function readAnswers(
  asked: readonly AskedQuestion[],
  form: Readonly<Record<string, unknown>>,
  of?: Role,
): { answers: Answer[]; problems: Record<string, string[]> } {
  const answers: Answer[] = [];
  const problems: Record<string, string[]> = {};
  for (const question of asked) {
    // An answer that cannot be read has no box on the form and stays as it is, nor has one that the society gives.
    if (question.unreadable !== null || isFilled(question)) continue;
    const field = fieldOf(question.number, of);
    const read = readAnswer(question, textsIn(form[field]));
    if ("problem" in read) problems[field] = [read.problem];
    else answers.push({ questionId: question.id, isSealed: question.readers === "partners", answer: read.answer });
  }
  return { answers, problems };
}

/** Of a member's own answers, those that everybody sees with the profile. */
export function pickForEverybody(asked: readonly AskedQuestion[]): ShownAnswer[] {
  return asked.flatMap((question) =>
    question.readers === "everybody" && question.answer !== null
      ? [{ question: question.question, readers: question.readers, words: sayAnswer(question, question.answer) }]
      : [],
  );
}

function textsIn(field: unknown): string[] {
  return Array.isArray(field) ? field.filter((text) => typeof text === "string" && text !== "") : [];
}

type ReadAnswer = { answer: string | null } | { problem: string };

/** What was given to one question, as its field has it: of choices their ids. */
export function readAnswer(
  question: Pick<ProfileQuestion, "kind" | "isRequired" | "options">,
  typed: readonly string[],
): ReadAnswer {
  const [first] = typed;
  if (first === undefined) return question.isRequired ? { problem: MISSING[question.kind] } : { answer: null };
  switch (question.kind) {
    case "text":
      return first.length > ROOM.text
        ? { problem: `Keep this to ${ROOM.text.toLocaleString("en-GB")} characters.` }
        : { answer: first };
    case "yes-no":
      return first === "yes" || first === "no" ? { answer: first } : { problem: "Choose yes or no." };
    case "number":
      return readNumber(first);
    case "date":
      return isDay(first) ? { answer: first } : { problem: "Enter a day that exists, such as 2026-12-24." };
    case "choice":
      return readChoices(question, [first]);
    case "choices":
      return readChoices(question, typed);
  }
}

/** Retired choices are taken: a form keeps showing one that was chosen before. */
function readChoices({ options }: Pick<ProfileQuestion, "options">, typed: readonly string[]): ReadAnswer {
  const ids = options.map(({ id }) => id).filter((id) => typed.includes(String(id)));
  return ids.length < new Set(typed).size
    ? { problem: "The choices have changed since this page was opened. Please choose again." }
    : { answer: ids.join(",") };
}

function readNumber(typed: string): ReadAnswer {
  const number = /^-?\d{1,9}$/.test(typed) ? Number(typed) : null;
  return number === null ? { problem: "Enter a whole number of up to nine digits, such as 12." } : { answer: String(number) };
}

function isDay(typed: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(typed)) return false;
  try {
    Temporal.PlainDate.from(typed, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

const MISSING: Record<Kind, string> = {
  text: "Please answer this question.",
  choice: "Choose one of these.",
  choices: "Choose at least one of these.",
  "yes-no": "Choose yes or no.",
  number: "Enter a whole number, such as 12.",
  date: "Enter a day, such as 2026-12-24.",
};
