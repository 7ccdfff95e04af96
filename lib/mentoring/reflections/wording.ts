import { sayWholeDate } from "@/lib/foundation/dates";
import { sayNumber } from "@/lib/foundation/wording";
import type { Reflection, Totals, Words, WriteRefusal } from "./reflection";

/** The questions, in the order of the form, and the heading for free words where they need one. */
export const QUESTIONS: Record<keyof Words, string> = {
  done: "What was done",
  learned: "What I learned",
  use: "How I will use it",
  free: "Notes",
};

/** Why a reflection was not saved, for its author. */
export function sayRefusal(reason: WriteRefusal): string {
  switch (reason) {
    case "day-ahead":
      return "Choose today or an earlier day.";
    case "day-too-old":
      return "Please check the year: this day is a long time ago.";
    case "already-written":
      return "You have already written about this meeting. Open that reflection in your CPD record, and change it there.";
    case "changed-meanwhile":
      return "You have since changed or deleted this reflection in another window. Keep a copy of what you typed, and open it again from your CPD record.";
    case "unreadable":
      return "This reflection cannot be read at the moment, so we do not overwrite it. Keep a copy of what you typed, and write it as a new reflection.";
    case "not-found":
      return "This cannot be saved, because the relationship is not one of yours.";
  }
}

/** "1 hour 30 minutes" */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [];
  if (hours > 0) parts.push(hours === 1 ? "1 hour" : `${sayNumber(hours)} hours`);
  if (rest > 0 || hours === 0) parts.push(rest === 1 ? "1 minute" : `${rest} minutes`);
  return parts.join(" ");
}

/**
 * The total of a year: "3 reflections, 4 hours 30 minutes in all (270 minutes): 3 hours structured, 1 hour 30 minutes
 * unstructured."
 */
export function sayTotals({ count, minutes, structuredMinutes }: Totals): string {
  const entries = count === 1 ? "1 reflection" : `${sayNumber(count)} reflections`;
  const rest = minutes - structuredMinutes;
  return `${entries}, ${sayMinutes(minutes)} in all (${sayNumber(minutes)} minutes): ${sayMinutes(structuredMinutes)} structured, ${sayMinutes(rest)} unstructured.`;
}

/** "21 November 2026" */
export function sayHeldOn({ heldOn }: Pick<Reflection, "heldOn">): string {
  return sayWholeDate(new Date(`${heldOn}T12:00:00Z`), "UTC");
}

/** "Part 2 of 3, from 3 May to 2 July" */
export function sayPart(part: readonly Reflection[], number: number, of: number): string {
  const [first, last] = [part[0], part.at(-1)];
  const days = [first, last].map((one) => one && sayDate(new Date(`${one.heldOn}T12:00:00Z`)));
  const when = days[0] === days[1] ? `of ${days[0]}` : `from ${days[0]} to ${days[1]}`;
  return `Part ${number} of ${of}, ${when}`;
}

function sayDate(day: Date): string {
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
}

export function sayCountsAs({ isStructured }: Pick<Reflection, "isStructured">): string {
  return isStructured ? "Structured" : "Unstructured";
}

/** What was written, with its questions; free words alone need none. */
export function listWords({ words }: Pick<Reflection, "words">): { question: string | null; words: string }[] {
  const keys = (["done", "learned", "use", "free"] as const).filter((key) => words[key] !== "");
  return keys.map((key) => ({ question: key === "free" && keys.length === 1 ? null : QUESTIONS[key], words: words[key] }));
}
