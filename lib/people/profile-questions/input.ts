import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { lineBox, textBox } from "@/lib/foundation/text-box";
import { cleanTyped } from "@/lib/foundation/typed-text";
import type { Role } from "@/lib/foundation/viewer";
import { fieldOf, KINDS, MOST_NUMBERS, READERS, ROOM } from "./profile-question";

/** The longest text as a browser sends it, with both characters of each line end. */
const LONGEST_SENT = 2 * ROOM.text + 1000;

function answer() {
  return z
    .array(z.string().max(LONGEST_SENT, "This is too long.").overwrite(cleanTyped))
    .max(ROOM.option, "Choose from the list.")
    .optional();
}

/** A field for every question that a profile can have; which of them are asked is known when the form arrives. */
export const AnswersInput = answersOf();
/** The same of a page with a form for each role. */
export const RoleAnswersInput = z.object({ ...answersOf("mentee").shape, ...answersOf("mentor").shape });

function answersOf(form?: Role) {
  return z.object(Object.fromEntries(Array.from({ length: MOST_NUMBERS }, (_, i) => [fieldOf(i + 1, form), answer()])));
}

function ticked() {
  return z
    .literal("yes")
    .optional()
    .transform((box) => box === "yes");
}

const words = {
  question: lineBox(ROOM.question, { missing: "Write the question." }).min(1, "Write the question."),
  help: lineBox(ROOM.help).default(""),
  options: textBox(ROOM.options).default(""),
  isRequired: ticked(),
  isFilter: ticked(),
};

export const AddQuestionInput = z.object({
  /** Made with the form, so that pressing the button twice adds one. */
  id: IdInput,
  role: z.enum(["mentee", "mentor"]),
  /** Left out: on the profile. */
  programmeId: IdInput.optional(),
  /** The column of the register that says it; empty: members answer it. */
  filledFrom: lineBox(ROOM.heading).optional(),
  /** The claim of the sign-in that says it; empty: none does. */
  claim: lineBox(ROOM.claim).optional(),
  kind: z.enum(KINDS, { error: "Choose what the answer is." }),
  readers: z.enum(READERS, { error: "Choose who reads the answers." }),
  ...words,
});
export type AddQuestionInput = z.infer<typeof AddQuestionInput>;

export const ChangeQuestionInput = z.object({ id: IdInput, seen: z.coerce.number().int().min(1), ...words });
export type ChangeQuestionInput = z.infer<typeof ChangeQuestionInput>;

export const AskQuestionInput = z.object({ id: IdInput, asked: z.enum(["yes", "no"]) });
export const RemoveQuestionInput = z.object({ id: IdInput });
export const MoveQuestionInput = z.object({ id: IdInput, direction: z.enum(["up", "down"]) });
