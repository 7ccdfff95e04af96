import { z } from "zod";
import { DayInput } from "@/lib/foundation/day-range";
import { IdInput, readId } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { cleanLine } from "@/lib/foundation/typed-text";
import { STATUSES, type Staff, type Standing, type Status } from "./directory";

const memberId = IdInput;
const LONGEST_REASON = 2000;
const WHY = "Say why, for other staff to read.";

/** A form that only says whom it is about. */
export const AboutInput = z.object({ memberId });

export const SuspendInput = z.object({
  memberId,
  reason: textBox(LONGEST_REASON, { missing: WHY }).min(1, WHY),
});

export const StaffInput = z.object({
  memberId,
  staff: z.enum(["none", "staff", "admin"], { error: "Choose one of the three." }),
});

export const EraseInput = z.object({
  memberId,
  number: z
    .string({ error: "Type the membership number." })
    .max(100, { error: "Type the membership number.", abort: true })
    .overwrite(cleanLine)
    .min(1, "Type the membership number."),
});

export const ROLES = ["mentor", "mentee", "only-mentor", "only-mentee", "both", "none"] as const;
export type RoleFilter = (typeof ROLES)[number];

/** Where one age of an account ends and the next begins, in days, the longest first: they part members into four. */
export const AGES = [365, 90, 30] as const;

/** Whom the scheme does not reach at present. */
export const GAPS = [
  "mentor-alone",
  "mentor-never",
  "mentor-unasked",
  "mentor-silent",
  "mentee-alone",
  "mentee-never",
] as const;
export type Gap = (typeof GAPS)[number];

/** The filters of the members' list. Null or empty means no filter. */
export interface Filters {
  words: string;
  role: RoleFilter | null;
  status: Status | null;
  standing: Standing | null;
  staff: Exclude<Staff, "none"> | "any" | null;
  gap: Gap | null;
  /** How many of AGES they joined after; null: whenever. */
  age: number | null;
  /** Mentors who can be found now and offer this topic. */
  offers: number | null;
  /** Mentors who could, but have no free place for this topic so far. */
  couldOffer: number | null;
  /** Whom the draft of a run of matching leaves over: its mentees without a mentor, or its mentors without a mentee. */
  leftOverMentees: string | null;
  leftOverMentors: string | null;
  /** The first and the last day on which they may have joined. */
  joinedFrom: string | null;
  joinedTo: string | null;
  /** The member after whom the page begins. */
  after: string | null;
}

/** The number of an entry of the society's list. */
const TopicInput = z.coerce.number().int().min(1).max(62).optional().catch(undefined);

type SearchParams = Record<string, string | string[] | undefined>;

export const LONGEST_WORDS = 100;

/** Reads the filters from the query string: q for the words, after, and the others under their names. Invalid values are ignored. */
export function readFilters(params: SearchParams): Filters {
  const choice = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    values.find((value) => value === params[name]) ?? null;
  const { q, after } = params;
  return {
    words: typeof q === "string" ? clean(q) : "",
    role: choice("role", ROLES),
    status: choice("status", STATUSES),
    standing: choice("standing", ["current", "lapsed"]),
    staff: choice("staff", ["any", "staff", "admin"]),
    gap: choice("gap", GAPS),
    age: readAge(params.age),
    offers: TopicInput.parse(params.offers) ?? null,
    couldOffer: TopicInput.parse(params.couldOffer) ?? null,
    leftOverMentees: readId(params.leftOverMentees),
    leftOverMentors: readId(params.leftOverMentors),
    joinedFrom: DayInput.parse(params.joinedFrom) ?? null,
    joinedTo: DayInput.parse(params.joinedTo) ?? null,
    after: readId(after),
  };
}

/** The query string for these filters, including its question mark, or empty. `after` is the cursor of the next page. */
export function writeFilters({ words, after: _, ...others }: Filters, after: string | null = null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: words, ...others, after })) {
    if (value !== null && value !== "") query.append(name, String(value));
  }
  return query.size === 0 ? "" : `?${query}`;
}

function readAge(text: SearchParams[string]): number | null {
  const age = [0, ...AGES].findIndex((_, i) => String(i) === text);
  return age < 0 ? null : age;
}

function clean(text: string): string {
  return cleanLine(text).slice(0, LONGEST_WORDS);
}
