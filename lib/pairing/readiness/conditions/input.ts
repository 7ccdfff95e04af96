import { z } from "zod";
import { startOfDay } from "@/lib/foundation/dates";
import { DayInput } from "@/lib/foundation/day-range";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { address, line, optional, whole } from "@/lib/society/settings/boxes";
import { CONDITION_KINDS, type Description, MOST_VALID_MONTHS, ROOM, type Wording } from "./condition";

const TEXT = "Say what it is, or what has to be accepted.";
const A_DAY = "Enter a day such as 2026-12-24.";
const day = textBox(10, { missing: A_DAY, tooLong: A_DAY }).refine((typed) => DayInput.parse(typed) !== undefined, A_DAY);

const WORDING = {
  name: line("Enter a name.", ROOM.name),
  text: textBox(ROOM.text, { missing: TEXT }).min(1, TEXT),
  /** An article or film of the society; empty for none. */
  resourceId: z.union([z.literal(""), IdInput]).default(""),
  link: address,
  /** Empty: it does not expire. */
  validMonths: optional(whole(1, MOST_VALID_MONTHS)),
};

/** `id` is made with the form, so that pressing the button twice makes one condition. */
export const CreateConditionInput = z.object({
  ...WORDING,
  id: IdInput,
  programmeId: IdInput,
  role: z.enum(["mentor", "mentee"], "Choose one of the two."),
  kind: z.enum(CONDITION_KINDS, "Choose one of these."),
  countsOn: day,
});

const SEEN = { id: IdInput, seen: z.coerce.number().int().min(1) };
export const EditConditionInput = z
  .object({ ...WORDING, ...SEEN, again: z.literal("yes").optional(), countsOn: optional(day) })
  .superRefine(({ again, countsOn }, context) => {
    if (again && countsOn === "")
      context.addIssue({ code: "custom", path: ["countsOn"], message: "Say from which day it counts." });
  });
export const RetireConditionInput = z.object(SEEN);

type Typed = Omit<z.infer<typeof CreateConditionInput>, "id">;

/** What was typed, as a condition has it: its day begins in the society's zone. */
export function readDescription({ programmeId, role, kind, countsOn, ...typed }: Typed, timeZone: string): Description {
  return { ...readWording(typed), programmeId, role, kind, countsAt: readDay(countsOn, timeZone) };
}

export function readWording({ name, text, resourceId, link, validMonths }: Pick<Typed, keyof Wording>): Wording {
  return { name, text, resourceId: resourceId || null, link: link || null, validMonths: Number(validMonths) || null };
}

export function readDay(typed: string, timeZone: string): Date {
  return startOfDay(typed, timeZone) ?? new Date(0);
}
