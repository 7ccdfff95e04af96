import { z } from "zod";
import { DayInput } from "@/lib/foundation/day-range";
import { IdInput } from "@/lib/foundation/id";
import { lineBox, textBox } from "@/lib/foundation/text-box";
import { TickedAll, TickedRows } from "@/lib/foundation/ticks";
import { cleanToken } from "@/lib/foundation/typed-text";
import { optional } from "@/lib/society/settings/boxes";

/** `seenText`: the wording that was on the page. */
export const AcceptInput = z.object({
  conditionId: IdInput,
  seenText: z.coerce.number().int().min(1),
  accepted: z.literal("yes", "Tick the box if you accept it."),
});

export const CompleteInput = z.object({
  conditionId: IdInput,
  completed: z.literal("yes", "Tick the box when you have come to the end."),
});

const AN_ADDRESS = "Enter an e-mail address, such as jo@example.org.";
/** `refereeId` is made with the form, so that pressing the button twice asks once. */
export const AskRefereeInput = z.object({
  conditionId: IdInput,
  refereeId: IdInput,
  name: lineBox(80, { missing: "Enter their name." }).min(1, "Enter their name."),
  email: lineBox(254, { missing: AN_ADDRESS, tooLong: AN_ADDRESS }).regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/, AN_ADDRESS),
});

/** More than any signed link has. */
const TOKEN_ROOM = 400;
/** A referee's line, in characters. */
export const WORDS_ROOM = 600;
export const RefereeAnswerInput = z.object({
  token: z.string().max(TOKEN_ROOM).overwrite(cleanToken),
  answer: z.enum(["yes", "no"], "Choose one of the two."),
  words: optional(lineBox(WORDS_ROOM)),
});

/** The parts of the list of staff. */
export const LIST_STATES = ["lacking", "staff", "coming", "expiring", "met", "all"] as const;

export const ACTS = ["approve", "record-check", "remind", "refuse"] as const;
const A_DAY = "Enter a day such as 2026-12-24.";

/** Rows that were ticked, what is to be done with them, and where to go on. */
export const ActInput = z
  .object({
    act: z.enum(ACTS),
    who: TickedRows,
    all: TickedAll,
    lastDay: optional(textBox(10, { tooLong: A_DAY }).refine((typed) => DayInput.parse(typed) !== undefined, A_DAY)),
    note: optional(textBox(WORDS_ROOM)),
    words: optional(textBox(WORDS_ROOM)),
    /** Where to go on: a part of the list, or the page of the one row. */
    state: z.enum(LIST_STATES).optional(),
    condition: IdInput.optional().catch(undefined),
  })
  .superRefine(({ act, who, all, words }, context) => {
    if (who.length + all.length === 0) context.addIssue({ code: "custom", path: ["who"], message: "Tick somebody first." });
    if (act === "refuse" && words === "")
      context.addIssue({ code: "custom", path: ["words"], message: "Say why, so that the member knows what to do." });
  });

/** What staff ask of the list; nonsense is as good as nothing. */
export const ReadinessFiltersInput = z.object({
  state: z.enum(LIST_STATES).catch("lacking"),
  condition: IdInput.optional().catch(undefined),
  programme: IdInput.optional().catch(undefined),
  role: z.enum(["mentor", "mentee"]).optional().catch(undefined),
  after: z.string().max(100).overwrite(cleanToken).optional().catch(undefined),
});
export type ReadinessFilters = z.infer<typeof ReadinessFiltersInput>;
