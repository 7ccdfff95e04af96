import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { cleanToken } from "@/lib/foundation/typed-text";
import { ANSWERS } from "./question";

const round = z.coerce.number().int().min(1).max(10_000);
const answer = z.enum(ANSWERS, { error: "Choose one of the four answers." });

/** An answer given in the product. */
export const AnswerInput = z.object({ id: IdInput, round, answer });

/** An answer from the page behind a mail's link: the token says who answers what. */
export const MailAnswerInput = z.object({ token: z.string().max(400).overwrite(cleanToken), answer });

export const AskPauseInput = z.object({ id: IdInput, day: z.iso.date("Enter a day, such as 2027-01-31.") });

/** `until` is the instant that was shown. */
export const AgreePauseInput = z.object({ id: IdInput, until: z.iso.datetime().max(40) });

export const DropPauseInput = z.object({ id: IdInput });
