import { z } from "zod";
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

export const ROLES = ["mentor", "mentee", "both", "none"] as const;
export type RoleFilter = (typeof ROLES)[number];

/** The filters of the members' list. Null or empty means no filter. */
export interface Filters {
  words: string;
  role: RoleFilter | null;
  status: Status | null;
  standing: Standing | null;
  staff: Exclude<Staff, "none"> | "any" | null;
  /** The member after whom the page begins. */
  after: string | null;
}

type SearchParams = Record<string, string | string[] | undefined>;

export const LONGEST_WORDS = 100;

/** Reads the filters from the query string: q, role, status, standing, staff, after. Invalid values are ignored. */
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
    after: readId(after),
  };
}

/** The query string for these filters, including its question mark, or empty. `after` is the cursor of the next page. */
export function writeFilters({ words, role, status, standing, staff }: Filters, after: string | null = null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: words, role, status, standing, staff, after })) {
    if (value) query.append(name, value);
  }
  return query.size === 0 ? "" : `?${query}`;
}

function clean(text: string): string {
  return cleanLine(text).slice(0, LONGEST_WORDS);
}
