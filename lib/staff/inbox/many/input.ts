import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { lineBox, textBox } from "@/lib/foundation/text-box";
import { cleanLine } from "@/lib/foundation/typed-text";
import { ROOM } from "@/lib/staff/relationships/input";
import { DismissInput, KeyInput } from "../input";
import { type Item, MOST_AT_ONCE, readAct, readItem } from "./act";

const NOTHING = "Tick at least one.";

/** The form of the page Today: the button of one item, or that of a group with what is ticked in it. */
export const TodayInput = z.object({
  /** Made with the form: pressed twice, it is one act. */
  formId: IdInput,
  key: KeyInput.shape.key.optional(),
  act: z
    .string()
    .max(60)
    .refine((text) => readAct(text) !== null, "This cannot be done to a group.")
    .optional(),
  ticked: z.array(z.string().max(400).overwrite(cleanLine)).max(400),
  all: z.array(z.string().max(30_000).overwrite(cleanLine)).max(40),
});

const item = z
  .string()
  .max(450)
  .transform((text, context): Item => {
    const read = readItem(text);
    if (read) return read;
    context.addIssue("This is no longer on the list.");
    return z.NEVER;
  });

const chosen = { formId: IdInput, items: z.array(item).min(1, NOTHING).max(MOST_AT_ONCE) };
const written = (missing: string, room: number) => textBox(room, { missing }).min(1, missing);

export const RemindManyInput = z.object(chosen);
export const WriteManyInput = z.object({
  ...chosen,
  subject: lineBox(ROOM.subject, { missing: "Give it a subject." }).min(1, "Give it a subject."),
  words: written("Write the letter.", ROOM.letter),
});
export const ExtendManyInput = z.object({
  ...chosen,
  amount: z.coerce.number("Enter a number, such as 7.").int("Enter a whole number.").min(1, "Enter at least one."),
});
export const DismissManyInput = z.object({ ...chosen, reason: DismissInput.shape.reason });
export const UndoInput = z.object({ actId: IdInput });
