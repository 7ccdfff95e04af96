import { z } from "zod";
import { cleanTyped } from "@/lib/typed-text";

/** What the boxes of settings' forms accept, each with the sentence that it says otherwise. */

export const line = (missing: string, most: number) =>
  z
    .string(missing)
    .overwrite((typed) => cleanTyped(typed).replace(/\s+/g, " "))
    .min(1, missing)
    .max(most, `Keep this to ${most} characters.`);

export const optional = (schema: z.ZodType<string, string>) =>
  z
    .union([z.literal(""), schema])
    .optional()
    .default("");

export const whole = (least: number, most: number) => {
  const sentence = `Enter a whole number from ${least} to ${most}.`;
  return z
    .string(sentence)
    .overwrite((typed) => cleanTyped(typed).replace(/^0+(?=\d)/, ""))
    .regex(/^\d{1,4}$/, sentence)
    .refine((typed) => Number(typed) >= least && Number(typed) <= most, sentence);
};

export const word = line("Enter the word.", 40).regex(
  /^\p{Ll}[\p{Ll}\p{M}\p{Lo} '’-]*$/u,
  "Use lower-case letters, spaces and hyphens alone: the word stands in the middle of sentences.",
);

export const COLOUR = /^#[0-9a-f]{6}$/;
export const colour = z
  .string("Enter a colour.")
  .overwrite((typed) => {
    const [, digits] = /^#?([0-9a-f]{6})$/.exec(typed.trim().toLowerCase()) ?? [];
    return digits ? `#${digits}` : typed.trim().slice(0, 40);
  })
  .regex(COLOUR, "Enter a colour as six digits behind a hash, such as #1d4e57.");

const WEB = "Enter a web address that begins with https:// or http://.";
export const address = optional(
  z
    .string()
    .overwrite(cleanTyped)
    .max(300, "Keep this to 300 characters.")
    .refine((typed) => isWebAddress(typed), WEB),
);

/** 3, 7, 15: as numbers; null when something else is among them. */
export function daysOf(typed: string): number[] | null {
  if (typed === "") return [];
  const parts = typed.split(/[,;\s]+/).filter(Boolean);
  return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) > 0) ? parts.map(Number) : null;
}

function isWebAddress(typed: string): boolean {
  if (!/^https?:\/\/[^\s/?#@\\]+([/?#]\S*)?$/i.test(typed)) return false;
  try {
    return new URL(typed).hostname !== "";
  } catch {
    return false;
  }
}

export function isTimeZone(name: string): boolean {
  try {
    return /^(UTC|[A-Z][\w+-]*(\/[\w+-]+)+)$/.test(name) && Boolean(new Intl.DateTimeFormat("en-GB", { timeZone: name }));
  } catch {
    return false;
  }
}
