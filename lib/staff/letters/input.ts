import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { lineBox, textBox } from "@/lib/foundation/text-box";
import { cleanLine } from "@/lib/foundation/typed-text";
import { braced, findUnknown } from "@/lib/notify/letters/placeholders";
import { readFilters, writeFilters } from "@/lib/staff/members/input";
import { readRelationshipFilter, writeRelationshipFilter } from "@/lib/staff/relationships/input";
import { LETTER_LISTS, type LetterList } from "./letter";
import { placeholdersFor } from "./placeholders";

/** Limits for its texts, in characters; the form shows the same. */
export const ROOM = { subject: 120, letter: 8000 } as const;

const MISSING = { subject: "Give it a subject.", words: "Write the letter." } as const;

/** The version that the member of staff saw. */
const seen = z.coerce.number().int().min(1);

const list = z.enum(LETTER_LISTS).default("members");
const filters = z.string().max(2000).overwrite(cleanLine).default("");

const text = {
  subject: lineBox(ROOM.subject, { missing: MISSING.subject }).min(1, MISSING.subject),
  words: textBox(ROOM.letter, { missing: MISSING.words }).min(1, MISSING.words),
};

/** A letter that is begun: its key was made with the page. */
export const BeginInput = z
  .object({ id: IdInput, list, memberId: IdInput.optional(), filters, ...text })
  .superRefine(refuseUnknown);
export const EditInput = z.object({ id: IdInput, seen, list, ...text }).superRefine(refuseUnknown);

export const TestInput = z.object({ id: IdInput, formId: IdInput });
export const SeenInput = z.object({ id: IdInput, seen });

export const SendInput = z
  .object({
    id: IdInput,
    seen,
    when: z.enum(["now", "later"], "Choose when it is sent."),
    /** As browsers send a day and a time, on the society's clock. */
    at: lineBox(40).default(""),
  })
  .refine(({ when, at }) => when === "now" || at !== "", { path: ["at"], message: "Enter the day and the time." });

/** The filters in an address, without its page: read as the page of the list reads them, so that nothing else is kept. */
export function cleanFilters(list: LetterList, query: string): string {
  if (list === "relationships") return writeRelationshipFilter(readRelationshipFilter(query));
  return writeFilters(readFilters(Object.fromEntries(new URLSearchParams(query))));
}

type Typed = { list: LetterList; subject: string; words: string };

function refuseUnknown({ list, ...typed }: Typed, context: z.RefinementCtx): void {
  const known = placeholdersFor(list);
  for (const field of ["subject", "words"] as const) {
    const unknown = findUnknown(known, typed[field]);
    if (unknown === null) continue;
    const message = `There is no placeholder ${unknown}. You can use ${known.map(braced).join(", ")}.`;
    context.addIssue({ code: "custom", path: [field], message });
  }
}
