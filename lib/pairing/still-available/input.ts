import { z } from "zod";
import { cleanToken } from "@/lib/foundation/typed-text";
import { ANSWERS } from "./still-available";

const answer = z.enum(ANSWERS, { error: "Choose one of the three answers." });

/** From the page behind a mail's link: the token says whose answer it is, and to which question. */
export const MailAnswerInput = z.object({
  token: z.string().max(400).overwrite(cleanToken),
  answer,
  day: z.iso.date("Enter a day, such as 2027-01-31.").optional(),
});

/** A yes on Home. */
export const YesInput = z.object({ round: z.coerce.number().int().min(1).max(10_000) });
