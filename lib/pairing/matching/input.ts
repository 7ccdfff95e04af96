import { readId } from "@/lib/foundation/id";
import { cleanLine } from "@/lib/foundation/typed-text";
import { fieldOf, MOST_NUMBERS } from "@/lib/people/profile-questions/profile-question";
import type { ListEntry, Settings } from "@/lib/society/settings/settings";

/** What the list of mentors is narrowed to. Empty lists, nulls and no words narrow nothing. */
export interface MentorFilters {
  words: string;
  /** All of them must be covered. */
  topics: number[];
  sector: number | null;
  region: number | null;
  language: number | null;
  method: number | null;
  /** A programme of which both have to be; left out or null: the society's own scheme, in which everybody is. */
  programme?: string | null;
  /** What they must have chosen in the society's own questions; left out: anything. */
  answers?: readonly ChosenAnswer[];
  /** The mentor after whom the page begins. */
  after: Cursor | null;
}

/** An entry, or yes or no, of the question with this number. */
export interface ChosenAnswer {
  number: number;
  choice: string;
}

/** A place in the ranking: the rank as the database computes it, and the mentor who has it. */
export interface Cursor {
  rank: bigint;
  memberId: string;
}

type SearchParams = Record<string, string | string[] | undefined>;

export const LONGEST_WORDS = 100;
const GREATEST_RANK = 2n ** 63n - 1n;

/** Filters from the address of the page: q, topic (repeated), sector, region, language, method, programme, after, and a field for each of the society's own questions. Nonsense is ignored. */
export function readFilters(params: SearchParams, settings: Settings): MentorFilters {
  const one = (name: string, list: readonly ListEntry[]) => idsOf(params[name], list)[0] ?? null;
  const answers = readChosen(params);
  const programme = readId(all(params.programme)[0] ?? "");
  return {
    words: cleanLine(all(params.q)[0] ?? "").slice(0, LONGEST_WORDS),
    topics: idsOf(params.topic, settings.topics),
    sector: one("sector", settings.sectors),
    region: one("region", settings.regions),
    language: one("language", settings.languages),
    method: one("method", settings.methods),
    ...(programme ? { programme } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    after: readRankCursor(all(params.after)[0] ?? ""),
  };
}

/** Filters from a query as writeFilters gives it. */
export function readSearch(search: string, settings: Settings): MentorFilters {
  const query = new URLSearchParams(search);
  return readFilters(Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])), settings);
}

/** The query of the page with these filters, and with `after` the page that follows; empty, or with its question mark. */
export function writeFilters(filters: MentorFilters, after: string | null = null): string {
  const query = new URLSearchParams();
  if (filters.words) query.append("q", filters.words);
  for (const id of filters.topics) query.append("topic", String(id));
  for (const name of ["sector", "region", "language", "method"] as const) {
    if (filters[name] !== null) query.append(name, String(filters[name]));
  }
  for (const { number, choice } of filters.answers ?? []) query.append(fieldOf(number), choice);
  if (filters.programme) query.append("programme", filters.programme);
  if (after) query.append("after", after);
  return query.size === 0 ? "" : `?${query}`;
}

/** What an alert about a mentor is about: the mentor, and the programme in which the mentee looked. */
export function aboutMentor(mentorId: string, programmeId: string | null): string {
  return programmeId === null ? mentorId : `${mentorId}?programme=${programmeId}`;
}

/** Whether anything is filtered out; where in the list a page begins does not count. */
export function isFiltered(filters: MentorFilters): boolean {
  return writeFilters(filters) !== "";
}

export function writeCursor({ rank, memberId }: Cursor): string {
  return `${rank.toString(36)}-${memberId.replaceAll("-", "")}`;
}

function readRankCursor(text: string): Cursor | null {
  const [, digits = "", hex = ""] = /^([0-9a-z]{1,13})-([0-9a-f]{32})$/.exec(text) ?? [];
  const memberId = readId(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"));
  if (memberId === null) return null;
  const rank = [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  return rank > GREATEST_RANK ? null : { rank, memberId };
}

function readChosen(params: SearchParams): ChosenAnswer[] {
  return Array.from({ length: MOST_NUMBERS }, (_, i) => i + 1).flatMap((number): ChosenAnswer[] => {
    const [choice = ""] = all(params[fieldOf(number)]);
    return /^(?:yes|no|[1-9]\d?)$/.test(choice) ? [{ number, choice }] : [];
  });
}

function idsOf(value: string | string[] | undefined, list: readonly ListEntry[]): number[] {
  const known = new Set(list.map((entry) => String(entry.id)));
  return [...new Set(all(value))].filter((text) => known.has(text)).map(Number);
}

function all(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
