import { z } from "zod";
import { textBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";

/** Longest texts, also for the forms' own counters. */
export const LIMITS = { headline: 120, about: 4000, aims: 2000, yearsOfExperience: 70, capacity: 20 } as const;

const opening = {
  headline: text("Write a headline: one line about yourself.", LIMITS.headline),
  about: text("Write a few sentences about yourself.", LIMITS.about),
};

const closing = {
  sector: choice(),
  region: choice(),
  languages: choices("Choose at least one language."),
  methods: choices("Choose at least one way to meet."),
};

/** The fields in the order of the form, which is the order in which their errors are listed. */
export const MentorProfileInput = z.object({
  ...opening,
  yearsOfExperience: number("Enter your years of experience as a whole number, such as 12.", 0, LIMITS.yearsOfExperience),
  topics: choices("Choose at least one topic that you offer."),
  capacity: number("Enter a number: how many people would you mentor at once?", 1, LIMITS.capacity),
  takesNoQuestions: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
  ...closing,
});
export type MentorProfileInput = z.infer<typeof MentorProfileInput>;

export const MenteeProfileInput = z.object({
  ...opening,
  careerStage: choice(),
  topics: choices("Choose at least one topic that you want to work on."),
  aims: text("Write what you hope to achieve.", LIMITS.aims),
  ...closing,
});
export type MenteeProfileInput = z.infer<typeof MenteeProfileInput>;

/** Empty: the society's time zone. */
export const TimeZoneInput = z.object({
  timeZone: z.string().max(64, "Choose a time zone from the list.").overwrite(cleanToken).optional(),
});
export type TimeZoneInput = z.infer<typeof TimeZoneInput>;

function text(missing: string, longest: number) {
  return textBox(longest, { missing }).min(1, missing);
}

function number(message: string, least: number, most: number) {
  return z
    .number({ error: message })
    .int(message)
    .min(least, `Enter a number from ${least} to ${most}.`)
    .max(most, `Enter a number from ${least} to ${most}.`);
}

function listId() {
  const message = "Choose from the list.";
  return z.number({ error: message }).int(message).min(0, message).max(62, message);
}

function choice() {
  return listId()
    .optional()
    .transform((id) => id ?? null);
}

function choices(missing: string) {
  return z
    .array(listId())
    .max(63, "Choose from the list.")
    .min(1, missing)
    .overwrite((ids) => [...new Set(ids)]);
}
