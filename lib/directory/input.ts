import { z } from "zod";
import { cleanLine, cleanTyped } from "@/lib/typed-text";
import { STATUSES, type Staff, type Standing, type Status } from "./directory";

const memberId = z.uuid();
const LONGEST_REASON = 2000;

/** A form that only says whom it is about. */
export const AboutInput = z.object({ memberId });

export const SuspendInput = z.object({
  memberId,
  reason: z
    .string({ error: "Write down why, for other staff." })
    .overwrite(cleanTyped)
    .min(1, "Write down why, for other staff.")
    .max(LONGEST_REASON, `Use at most ${LONGEST_REASON} characters.`),
});

export const StaffInput = z.object({
  memberId,
  staff: z.enum(["none", "staff", "admin"], { error: "Choose one of the three." }),
});

export const EraseInput = z.object({
  memberId,
  number: z
    .string({ error: "Type the membership number." })
    .overwrite(cleanLine)
    .min(1, "Type the membership number.")
    .max(100, "Type the membership number."),
});

export const ROLES = ["mentor", "mentee", "both", "none"] as const;
export type RoleFilter = (typeof ROLES)[number];

/** What the list of members is narrowed to; nulls and no words narrow nothing. */
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

/** Filters from the address of the page: q, role, status, standing, staff, after. Nonsense is ignored. */
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
    after: typeof after === "string" && z.uuid().safeParse(after).success ? after : null,
  };
}

/** The query of the page with these filters, and with `after` the page that follows; empty, or with its question mark. */
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
