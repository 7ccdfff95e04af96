import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";
import { fieldOf, MOST_PASSAGES } from "./mail-words";
import { ROOM } from "./problems";

const kind = z.string().max(60).overwrite(cleanToken);
/** Absent for the society's own. */
const programmeId = IdInput.optional();
const which = { kind, programmeId };

/** A box for every passage that a mail can have; which of them a kind has, and what fits there, is known when the form arrives. */
export const WordsInput = z.object({
  ...which,
  intent: z.enum(["draft", "publish"]).default("draft"),
  /** The number of the version that the form started from. */
  base: z.coerce.number().int().min(0),
  /** The passages that the kind had then. */
  shape: z.string().max(40).overwrite(cleanToken),
  take: z.array(z.string().max(20).overwrite(cleanToken)).max(MOST_PASSAGES).default([]),
  ...Object.fromEntries(
    Array.from({ length: MOST_PASSAGES }, (_, i) => [fieldOf(i + 1), textBox(ROOM.paragraph).default("")] as const),
  ),
});

export const VersionInput = z.object({ ...which, number: z.coerce.number().int().min(0).max(999_999) });
export const OursInput = z.object(which);
export const TestInput = z.object({ ...which, role: z.enum(["mentee", "mentor"]).optional(), formId: IdInput });
