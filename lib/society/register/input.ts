import { z } from "zod";
import { idInput } from "@/lib/foundation/id";
import { ENCODINGS, LARGEST_REGISTER, MOST_COLUMNS, MOST_FURTHER } from "./register-import";

const NAMES_OF_NONE = ["", "blob", "undefined"];
const NONE_CHOSEN = "Choose the file with the register.";
const TOO_LARGE = `The file is too large: the limit is ${LARGEST_REGISTER / 1024 / 1024} MB. Nothing was imported.`;

/** Browsers send an empty file without a name when none was chosen. */
export const UploadInput = z.object({
  file: z.preprocess(
    (value) => (value instanceof File && value.size === 0 && NAMES_OF_NONE.includes(value.name) ? undefined : value),
    z.file({ error: NONE_CHOSEN }).max(LARGEST_REGISTER, TOO_LARGE),
  ),
});

const id = idInput();
const place = z.coerce.number("Choose one of the columns.").int().min(0).max(MOST_COLUMNS);
const perhaps = place.optional().transform((value) => value ?? null);

export const ColumnsInput = z.object({
  id,
  number: z
    .string("Choose the column with the membership number.")
    .regex(/^\d{1,2}$/, "Choose one of the columns.")
    .transform(Number),
  name: perhaps,
  firstName: perhaps,
  surname: perhaps,
  email: perhaps,
  standing: perhaps,
  further: z
    .array(place)
    .max(MOST_FURTHER, `Choose at most ${MOST_FURTHER} further columns.`)
    .optional()
    .transform((value) => [...new Set(value ?? [])]),
  part: z.literal("yes").optional(),
});

export const ReadingInput = z.object({ id, encoding: z.enum(ENCODINGS, "Choose the line in which the names are right.") });
export const ZerosInput = z.object({ id, zeros: z.enum(["add", "keep"]) });

/** Ticks are positions in the list of values, because one of the values may be empty. */
const ticks = z
  .array(z.coerce.number().int().min(0).max(50))
  .max(50)
  .optional()
  .transform((value) => value ?? []);
export const WordsInput = z.object({ id, current: ticks, lapsed: ticks });

export const ImportInput = z.object({ id, many: z.literal("yes").optional(), others: z.literal("yes").optional() });
export const IdInput = z.object({ id });
