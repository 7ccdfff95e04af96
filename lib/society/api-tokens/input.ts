import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { lineBox } from "@/lib/foundation/text-box";
import { MOST_DAYS_VALID, SCOPES } from "./api-token";

const DAYS = `Enter a number of days from 1 to ${MOST_DAYS_VALID}.`;

export const MakeTokenInput = z.object({
  /** Made with the form, so that pressing the button twice makes one token. */
  tokenId: IdInput,
  name: lineBox(60, { missing: "Enter the name of the system." }).min(1, "Enter the name of the system."),
  scopes: z
    .array(z.enum(SCOPES, { error: "Choose from the list." }))
    .max(SCOPES.length, "Choose from the list.")
    .min(1, "Choose at least one list."),
  days: z.number({ error: DAYS }).int(DAYS).min(1, DAYS).max(MOST_DAYS_VALID, DAYS),
});
export type MakeTokenInput = z.infer<typeof MakeTokenInput>;

export const RevokeTokenInput = z.object({ tokenId: IdInput });
