import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";

/** The longest text of each box, in characters. */
const ROOM = 4000;

const box = textBox(ROOM).default("");
const MINUTES = "Enter the minutes as a number from 1 to 1440.";

const Fields = z.object({
  id: IdInput,
  relationshipId: IdInput.nullable().default(null),
  heldOn: z.iso.date("Enter the day, such as 2026-11-21."),
  minutes: z.coerce.number(MINUTES).int(MINUTES).min(1, MINUTES).max(1440, MINUTES),
  countsAs: z.enum(["structured", "unstructured"], { error: "Choose how you count it." }),
  /** Which of the two forms was filled in. */
  form: z.enum(["questions", "free"]).default("questions"),
  done: box,
  learned: box,
  use: box,
  free: box,
});

interface Typed extends z.infer<typeof Fields> {}

const isWritten = ({ done, learned, use, free }: Typed) => [done, learned, use, free].some((words) => words !== "");
const WRITE = "Write at least one line: what you did, or what you learned.";

const inQuestions = (input: Typed) => input.form === "free" || isWritten(input);
const inOneBox = (input: Typed) => input.form === "questions" || isWritten(input);

/** A new reflection. Its id comes with the form, so that sending it twice writes one. */
export const WriteInput = Fields.extend({ meetingId: IdInput.nullable().default(null) })
  .refine(inQuestions, { path: ["done"], error: WRITE })
  .refine(inOneBox, { path: ["free"], error: WRITE });

/** A changed reflection; `version` is the one that was opened. */
export const ChangeInput = Fields.extend({ version: z.coerce.number().int().min(1) })
  .refine(inQuestions, { path: ["done"], error: WRITE })
  .refine(inOneBox, { path: ["free"], error: WRITE });

export const DeleteInput = z.object({ id: IdInput, version: z.coerce.number().int().min(1) });
