import { addDays, dayOf } from "@/lib/foundation/dates";
import { done, type Result, refuse } from "@/lib/foundation/result";

/** What a member writes: under three questions, or freely in one box. Boxes may be empty. */
export interface Words {
  done: string;
  learned: string;
  use: string;
  free: string;
}

/** One entry of a member's own record of professional development. */
export interface Reflection {
  id: string;
  /** The day on which they met, as 2026-11-21. */
  heldOn: string;
  minutes: number;
  /** Whether the member counts it as structured CPD. */
  isStructured: boolean;
  words: Words;
  /** The words cannot be decrypted; a sentence stands in their place. */
  isUnreadable: boolean;
  relationshipId: string | null;
  /** The partner, if the member has named one. */
  partnerName: string | null;
  version: number;
}

/** What comes from the form; the meeting cannot be changed later. */
export type Entry = Pick<Reflection, "heldOn" | "minutes" | "isStructured" | "words" | "relationshipId">;

export type DayRefusal = "day-ahead" | "day-too-old";
export type WriteRefusal = DayRefusal | "already-written" | "changed-meanwhile" | "unreadable" | "not-found";

/** Nobody's record goes back further, and a year with a digit missing should be noticed. */
const OLDEST_DAY = "2000-01-01";

/** Whether they can have met on that day, for somebody in `timeZone`. Where they travelled it may be tomorrow already. */
export function checkDay(heldOn: string, now: Date, timeZone: string): Result<null, DayRefusal> {
  if (heldOn < OLDEST_DAY) return refuse("day-too-old");
  return heldOn > dayOf(addDays(now, 1, timeZone), timeZone) ? refuse("day-ahead") : done(null);
}

export interface Totals {
  count: number;
  minutes: number;
  structuredMinutes: number;
}

export function sumUp(reflections: readonly Pick<Reflection, "minutes" | "isStructured">[]): Totals {
  const sum = (some: readonly { minutes: number }[]) => some.reduce((minutes, one) => minutes + one.minutes, 0);
  return {
    count: reflections.length,
    minutes: sum(reflections),
    structuredMinutes: sum(reflections.filter(({ isStructured }) => isStructured)),
  };
}

/** The most that one PDF holds: some seconds of work, and more pages than anybody hands in at once. */
const MOST_IN_A_FILE = 50;
const MOST_LETTERS_IN_A_FILE = 100_000;

/** A year's reflections in as many files as they need, in their order; all in one where they fit. */
export function toParts<One extends Pick<Reflection, "words">>(reflections: readonly One[]): One[][] {
  const parts: One[][] = [];
  let letters = 0;
  for (const reflection of reflections) {
    const { done, learned, use, free } = reflection.words;
    const own = done.length + learned.length + use.length + free.length;
    const part = parts.at(-1);
    if (part && part.length < MOST_IN_A_FILE && letters + own <= MOST_LETTERS_IN_A_FILE) {
      part.push(reflection);
      letters += own;
    } else {
      parts.push([reflection]);
      letters = own;
    }
  }
  return parts;
}

/** The year in the address, or else the current one in `timeZone`. */
export function toYear(text: string | string[] | null | undefined, now: Date, timeZone: string): number {
  return typeof text === "string" && /^20\d\d$/.test(text) ? Number(text) : Number(dayOf(now, timeZone).slice(0, 4));
}
