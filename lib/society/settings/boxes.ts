import { z } from "zod";
import { lineBox, textBox } from "@/lib/foundation/text-box";

/** Schemas for the boxes of the settings' forms, each with its error message. */

export const line = (missing: string, most: number) => lineBox(most, { missing }).min(1, missing);

export const optional = (schema: z.ZodType<string, string>) =>
  z
    .union([z.literal(""), schema], { error: sayOfText })
    .optional()
    .default("");

/** The sentence of the text and not that it is neither of the two. */
function sayOfText(issue: z.core.$ZodRawIssue): string | undefined {
  return issue.code === "invalid_union" ? issue.errors?.at(-1)?.[0]?.message : undefined;
}

export const whole = (least: number, most: number) => {
  const sentence = `Enter a whole number from ${least} to ${most}.`;
  return textBox(40, { missing: sentence, tooLong: sentence })
    .overwrite((typed) => typed.replace(/^0+(?=\d)/, ""))
    .regex(/^\d{1,4}$/, sentence)
    .refine((typed) => Number(typed) >= least && Number(typed) <= most, sentence);
};

export const word = line("Enter the word.", 40).regex(
  /^\p{Ll}[\p{Ll}\p{M}\p{Lo} '’-]*$/u,
  "Use only lower-case letters, spaces and hyphens, because the word is used in the middle of sentences.",
);

export const COLOUR = /^#[0-9a-f]{6}$/;
const SIX_DIGITS = "Enter a colour as a hash and six digits, such as #1d4e57.";
export const colour = textBox(40, { missing: "Enter a colour.", tooLong: SIX_DIGITS })
  .overwrite((typed) => {
    const [, digits] = /^#?([0-9a-f]{6})$/.exec(typed.toLowerCase()) ?? [];
    return digits ? `#${digits}` : typed;
  })
  .regex(COLOUR, SIX_DIGITS);

const WEB = "Enter a web address that begins with https:// or http://.";
export const address = optional(textBox(300).refine((typed) => isWebAddress(typed), WEB));

/** 3, 7, 15: as numbers; null when something else is among them. */
export function daysOf(typed: string): number[] | null {
  if (typed === "") return [];
  const parts = typed.split(/[,;\s]+/).filter(Boolean);
  return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) > 0) ? parts.map(Number) : null;
}

/** Whether days of a rule ascend, within a year. */
export function areInOrder(days: readonly number[]): boolean {
  return days.every((day, i) => day > (days[i - 1] ?? 0) && day <= 364);
}

function isWebAddress(typed: string): boolean {
  if (!/^https?:\/\/[^\s/?#@\\]+([/?#]\S*)?$/i.test(typed)) return false;
  try {
    return new URL(typed).hostname !== "";
  } catch {
    return false;
  }
}
