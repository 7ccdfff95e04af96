import { z } from "zod";
import { DayInput } from "@/lib/foundation/day-range";
import { IdInput } from "@/lib/foundation/id";
import { lineBox, textBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";
import { QUESTION_KINDS, ROOM, STANDING } from "@/lib/mentoring/surveys/survey";

const seen = z.coerce.number().int().min(1);
const MISSING = "Give it a title.";

const day = (missing: string) =>
  z
    .string(missing)
    .max(40)
    .overwrite(cleanToken)
    .refine((typed) => DayInput.parse(typed) !== undefined, missing);

/** What staff fill in about a survey, apart from its questions. */
const description = {
  title: lineBox(ROOM.title, { missing: MISSING }).min(1, MISSING),
  role: z.enum(["", "mentor", "mentee"], "Choose who is asked.").default(""),
  pairing: z.enum(["", "with", "without"], "Choose one of the three.").default(""),
  programmeId: z.union([z.literal(""), IdInput]).default(""),
  from: day("Enter the first day, such as 2026-12-24."),
  to: day("Enter the last day, such as 2026-12-24."),
};

function inOrder({ from, to }: { from: string; to: string }): boolean {
  return from <= to;
}
const ORDER = { path: ["to"], message: "The last day must not come before the first." };

/** Its key was made with the form. */
export const MakeInput = z.object({ id: IdInput, ...description }).refine(inOrder, ORDER);
export const EditInput = z.object({ id: IdInput, seen, ...description }).refine(inOrder, ORDER);
export type Description = Omit<z.infer<typeof MakeInput>, "id">;

export const AddQuestionInput = z.object({
  id: IdInput,
  seen,
  kind: z.enum(QUESTION_KINDS, "Choose what the answer is."),
  question: lineBox(ROOM.question, { missing: "Write the question." }).min(1, "Write the question."),
  options: textBox(ROOM.options).default(""),
});

export const RemoveQuestionInput = z.object({ id: IdInput, seen, number: z.coerce.number().int().min(1) });
export const SeenInput = z.object({ id: IdInput, seen });

/** Which of the figures a page shows; anything else in the address is no filter. */
export const ResultsFilter = z.object({
  programme: IdInput.optional().catch(undefined),
  role: z.enum(["mentor", "mentee"]).optional().catch(undefined),
  from: DayInput,
  to: DayInput,
});
export type ResultsFilter = z.infer<typeof ResultsFilter>;

/** One survey, by its name or id. */
export const SurveyFilter = z.object({
  survey: z
    .union([z.enum(STANDING), IdInput])
    .optional()
    .catch(undefined),
});
