import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { lineBox, textBox } from "@/lib/foundation/text-box";
import { readFilters, writeFilters } from "@/lib/staff/members/input";
import { findUnknown, PLACEHOLDERS } from "./placeholders";

/** Limits for its texts, in characters; the form shows the same. */
export const ROOM = { subject: 120, letter: 8000 } as const;

const MISSING = { subject: "Give it a subject.", words: "Write the letter." } as const;
const KNOWN = PLACEHOLDERS.map((name) => `{{${name}}}`).join(", ");

/** The version that the member of staff saw. */
const seen = z.coerce.number().int().min(1);

/** The filters of the list, read as the page Members reads them, so that nothing else is kept. */
const filters = z
  .string()
  .max(1000)
  .default("")
  .transform((query) => cleanFilters(query));

const text = {
  subject: lineBox(ROOM.subject, { missing: MISSING.subject }).min(1, MISSING.subject).superRefine(refuseUnknown),
  words: textBox(ROOM.letter, { missing: MISSING.words }).min(1, MISSING.words).superRefine(refuseUnknown),
};

/** A letter that is begun: its key was made with the page. */
export const BeginInput = z.object({ id: IdInput, memberId: IdInput.optional(), filters, ...text });
export const EditInput = z.object({ id: IdInput, seen, ...text });

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

/** The filters in an address, without its page. */
export function cleanFilters(query: string): string {
  return writeFilters(readFilters(Object.fromEntries(new URLSearchParams(query))));
}

function refuseUnknown(typed: string, context: z.RefinementCtx<string>): void {
  const unknown = findUnknown(typed);
  if (unknown === null) return;
  context.addIssue({ code: "custom", message: `There is no placeholder ${unknown}. You can use ${KNOWN}.` });
}
