import { z } from "zod";

const day = z.iso.date("Enter a day, such as 2027-01-31.").optional();

/** Whether the mentor goes on answering the proposals that have arrived, or we close them. */
const others = z.enum(["answer", "close"], { error: "Choose one of these." }).default("answer");

/** Make Unavailable, in Edit Account; without a day until the mentor says otherwise. */
export const UnavailableInput = z.object({ day, others });

/** The same where a proposal is rejected; fields that go with the form there. */
export const PauseFields = {
  pause: z.enum(["none", "until-day", "open-ended"], { error: "Choose one of these." }).default("none"),
  day,
  others,
};
