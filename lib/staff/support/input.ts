import { z } from "zod";
import { IdInput, idInput } from "@/lib/foundation/id";
import { lineBox, textBox } from "@/lib/foundation/text-box";
import { cleanLine, cleanToken } from "@/lib/foundation/typed-text";
import { sayNumber } from "@/lib/foundation/wording";
import { CATEGORIES, LARGEST_ATTACHMENT, MOST_FILES, STATES } from "./request";
import { ATTACHMENT_TOO_LARGE } from "./wording";

/** In characters. */
export const ROOM = { subject: 120, words: 8000 } as const;

const NAMES_OF_NONE = ["", "blob", "undefined"];
const words = (empty: string) =>
  textBox(ROOM.words, {
    missing: empty,
    tooLong: `Keep this to ${sayNumber(ROOM.words)} characters. Attach a PDF if you need more room.`,
  }).min(1, empty);

/** Browsers send an empty file without a name when none was chosen (see lib/people/pictures/input). */
const Chosen = z.preprocess(
  (value) => (value instanceof File && value.size === 0 && NAMES_OF_NONE.includes(value.name) ? undefined : value),
  z.file({ error: "Choose a file from your device." }).max(LARGEST_ATTACHMENT, ATTACHMENT_TOO_LARGE).optional(),
);
const files = z
  .array(Chosen)
  .max(3 * MOST_FILES, `Choose at most ${MOST_FILES} files.`)
  .default([])
  .transform((list) => list.filter((file) => file !== undefined))
  .refine((list) => list.length <= MOST_FILES, `Choose at most ${MOST_FILES} files.`);

const SUBJECT = "Say in a few words what this is about.";

export const AskInput = z.object({
  /** Made with the form. */
  id: IdInput,
  category: z.enum(CATEGORIES, "Choose what this is about."),
  subject: lineBox(ROOM.subject, { missing: SUBJECT }).min(1, SUBJECT),
  words: words("Say what happened."),
  /** Where they came from. */
  relationshipId: IdInput.optional(),
  aboutMemberId: idInput("Choose somebody from the list, or leave it empty.").optional(),
  /** The numbers of the messages to be shown to staff. */
  messages: z.array(z.coerce.number().int().min(1).max(2_147_483_647)).max(30).default([]),
  files,
});
export type Asked = Omit<z.infer<typeof AskInput>, "files">;

export const ReplyInput = z.object({ id: IdInput, entryId: IdInput, words: words("Write something first."), files });

export const AnswerInput = z
  .object({
    id: IdInput,
    entryId: IdInput,
    /** The one that was seen. */
    version: z.coerce.number().int().min(1),
    next: z.enum(["wait", "solve"], "Choose what happens next."),
    words: textBox(ROOM.words).default(""),
  })
  .refine(({ words, next }) => words !== "" || next === "solve", {
    message: "Write an answer, or mark the request as solved.",
    path: ["words"],
  });

export const NoteInput = z.object({ id: IdInput, entryId: IdInput, note: words("Write a note first.") });

export const SortInput = z.object({ id: IdInput, category: z.enum(CATEGORIES, "Choose one of these.") });

export const TakeInput = z.object({ id: IdInput, take: z.enum(["yes", "no"]) });

/** The filters of the queue. Invalid ones are ignored. */
export const QueueInput = z.object({
  state: z.enum(STATES).catch("open"),
  category: z.enum(CATEGORIES).optional().catch(undefined),
  whose: z.enum(["mine", "nobody"]).optional().catch(undefined),
  reference: z
    .string()
    .max(80)
    .transform((typed) => cleanLine(typed).toUpperCase())
    .optional()
    .catch(undefined),
  after: z.string().max(80).overwrite(cleanToken).optional().catch(undefined),
});
export type Queue = z.infer<typeof QueueInput>;
