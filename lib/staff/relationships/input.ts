import { z } from "zod";
import { DayInput } from "@/lib/foundation/day-range";
import { ID, IdInput } from "@/lib/foundation/id";
import { lineBox, textBox } from "@/lib/foundation/text-box";
import { cleanLine } from "@/lib/foundation/typed-text";
import { STATUSES } from "@/lib/pairing/proposals/proposal";
import { RHYTHMS } from "@/lib/pairing/relationships/rhythm";
import { ADDRESSEES, IN_NAME_OF } from "./letters/prepared";

/** Limits for texts by staff, in characters; the forms show the same. */
export const ROOM = { subject: 120, letter: 4000, reason: 1000 } as const;

const id = IdInput;
/** The version that the member of staff saw. */
const seen = z.coerce.number().int().min(1);
const written = (missing: string, room: number) => textBox(room, { missing }).min(1, missing);

export const ExtendDeadlineInput = z.object({
  id,
  seen,
  days: z.coerce.number("Enter a number of days, such as 7.").int("Enter whole days.").min(1, "Enter at least one day."),
});

export const WithdrawInput = z.object({
  id,
  seen,
  words: written("Tell both of them why you are withdrawing it.", ROOM.reason),
});

export const EndInput = z.object({
  id,
  seen,
  reason: written("Say why you are ending it.", ROOM.reason),
  readers: z.enum(["both", "staff"], "Choose who can read the reason."),
});

export const ExtendEndInput = z.object({ id, seen, months: z.coerce.number("Choose how long to extend it for.").int() });

/** `seen` contains both versions, because either may have changed: the proposal's, and the relationship's or 0. */
export const LetterInput = z
  .object({
    id,
    letterId: id,
    seen: z.string().regex(/^\d{1,9}\.\d{1,9}$/),
    to: z.enum(ADDRESSEES, "Choose whom the letter is for."),
    behalfOf: z.enum(IN_NAME_OF, "Choose whose name the letter is sent in."),
    subject: lineBox(ROOM.subject, { missing: "Give it a subject." }).min(1, "Give it a subject."),
    words: written("Write the letter.", ROOM.letter),
  })
  .refine(({ to, behalfOf }) => to === "both" || behalfOf === "society", {
    path: ["behalfOf"],
    // Nobody is spoken for who does not know of it.
    message: "A letter to one of them alone can only be sent in the society’s own name.",
  });
export type LetterDraft = z.infer<typeof LetterInput>;

/** Where one length of a relationship ends and the next begins, in months. */
export const LENGTHS = [1, 3, 6, 9, 12] as const;

/** Filters by age: newer or older than this many days. */
export const AGES = ["newer-7", "newer-30", "older-7", "older-30", "older-90", "older-365"] as const;

const topic = z.coerce.number().int().min(1).max(62).optional().catch(undefined);
const shared = {
  age: z.enum(AGES).optional().catch(undefined),
  topic,
  programme: IdInput.optional().catch(undefined),
  who: z.string().max(200).overwrite(cleanLine).min(1).max(80).optional().catch(undefined),
  /** The first and the last day on which it may have begun. */
  from: DayInput,
  to: DayInput,
  /** The end of the page before. */
  after: z
    .string()
    .regex(new RegExp(`^[0-9TZ:.-]{20,30}_${ID}$`))
    .optional()
    .catch(undefined),
};

/** The filters in the address of a list. Invalid ones are ignored. */
export const PROPOSAL_STATES = [...STATUSES, "answered"] as const;
export const ProposalFilter = z.object({
  state: z.enum(PROPOSAL_STATES).optional().catch(undefined),
  /** No reminder of this day or a later one had gone out. */
  before: z.coerce.number().int().min(1).max(365).optional().catch(undefined),
  /** Rejected for this reason of the society's list; "none": for none of them. */
  because: z
    .union([z.literal("none"), z.coerce.number().int().min(1)])
    .optional()
    .catch(undefined),
  ...shared,
});
export type ProposalFilter = z.infer<typeof ProposalFilter>;

export const RELATIONSHIP_STATES = [
  "open",
  ...RHYTHMS,
  "completed",
  "mentee",
  "mentor",
  "staff",
  "mentee-left",
  "mentor-left",
] as const;
export const MEETING_STATES = ["held", "cancelled", "not-held", "declined", "planned"] as const;
export const RelationshipFilter = z.object({
  state: z.enum(RELATIONSHIP_STATES).optional().catch(undefined),
  /** The first and the last day on which it may have ended. */
  endedFrom: DayInput,
  endedTo: DayInput,
  /** How many of LENGTHS it had reached at its end. */
  lasted: z.coerce.number().int().min(0).max(LENGTHS.length).optional().catch(undefined),
  /** Under way at the end of this day. */
  at: DayInput,
  /** With such a meeting between these days. */
  met: z.enum(MEETING_STATES).optional().catch(undefined),
  metFrom: DayInput,
  metTo: DayInput,
  ...shared,
});
export type RelationshipFilter = z.infer<typeof RelationshipFilter>;

/** Reads the filters from the query string of the list of relationships. */
export function readRelationshipFilter(query: string): RelationshipFilter {
  return RelationshipFilter.parse(Object.fromEntries(new URLSearchParams(query)));
}

/** The query string for these filters, without the page, including its question mark, or empty. */
export function writeRelationshipFilter({ after: _, ...filter }: RelationshipFilter): string {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const query = new URLSearchParams(asked).toString();
  return query && `?${query}`;
}
