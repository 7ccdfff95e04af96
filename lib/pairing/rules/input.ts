import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { lineBox } from "@/lib/foundation/text-box";
import { MOST_HOURS, RULE_KINDS } from "./rule";

/** Longer than any heading of the register. */
const LONGEST_FACT = 400;
const fact = (missing: string) => lineBox(LONGEST_FACT, { missing }).min(1, missing);
const HOURS = `Enter a whole number from 0 to ${MOST_HOURS}, or nothing.`;

export const AddRuleInput = z.object({
  /** Made with the form, so that pressing the button twice adds one. */
  id: IdInput,
  /** Left out, or empty: everywhere. */
  programmeId: z.union([z.literal(""), IdInput]).default(""),
  kind: z.enum(RULE_KINDS, "Choose one of the two."),
  menteeFact: fact("Choose what is compared."),
  mentorFact: fact("Choose what it is compared with."),
  hours: z.union([z.literal(""), z.coerce.number(HOURS).int(HOURS).min(0, HOURS).max(MOST_HOURS, HOURS)], HOURS).default(""),
  mustBeKnown: z.literal("yes").optional(),
});
export type AddRuleInput = z.infer<typeof AddRuleInput>;

/** Each rule in the list has these. */
export const ChangeRuleInput = z.object({ id: IdInput, change: z.enum(["retire", "bring-back", "remove"]) });
