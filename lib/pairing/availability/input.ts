import { z } from "zod";

const day = z.iso.date("Enter a day, such as 2027-01-31.").optional();

/** What becomes of proposals that have arrived: the mentor goes on answering them, or they are closed. */
const others = z.enum(["answer", "close"], { error: "Choose one of these." }).default("answer");

/** Make Unavailable, in Edit Account; without a day until the mentor says otherwise. */
export const UnavailableInput = z.object({ day, others });

/** The same where a proposal is rejected; fields that go with the form there. */
export const PauseFields = {
  pause: z.enum(["none", "until-day", "open-ended"], { error: "Choose one of these." }).default("none"),
  day,
  others,
};
