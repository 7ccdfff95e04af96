import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";
import { type Answers, MOST_OPTIONS, MOST_QUESTIONS, ROOM, type SurveyQuestion } from "./survey";

/** The name of a question's field. */
export function fieldOf(number: number): string {
  return `answer${number}`;
}

/** A field for every question that a survey can have; which of them it asks is known when the form arrives. */
const fields = {
  ...Object.fromEntries(Array.from({ length: MOST_QUESTIONS }, (_, i) => [fieldOf(i + 1), textBox(ROOM.words).optional()])),
  contact: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
};

/** An answer given in the product. */
export const AnswerInput = z.object({ id: IdInput, ...fields });
/** An answer from the page behind a mail's link: the token says who answers what. */
export const MailAnswerInput = z.object({ token: z.string().max(400).overwrite(cleanToken), ...fields });

type Typed = Readonly<Record<string, unknown>>;

/** What was typed, for the questions that the survey asks; null when a choice is none of its choices. */
export function readAnswers(questions: readonly SurveyQuestion[], typed: Typed): Answers | null {
  const chosen: Record<string, number> = {};
  const words: Record<string, string> = {};
  for (const { number, kind, options } of questions) {
    const given = typed[fieldOf(number)];
    if (typeof given !== "string" || given === "") continue;
    if (kind === "text") words[number] = given;
    else {
      const most = { scale: 5, "yes-no": 2, choice: Math.min(options.length, MOST_OPTIONS) }[kind];
      const value = /^\d{1,2}$/.test(given) ? Number(given) : 0;
      if (value < 1 || value > most) return null;
      chosen[number] = value;
    }
  }
  return { chosen, words, wantsContact: typed.contact === true };
}
