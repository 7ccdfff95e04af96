import { z } from "zod";

const day = z.iso.date("Enter a day, such as 2027-01-31.").optional();

/** Make Unavailable, in Edit Account; without a day until the mentor says otherwise. */
export const UnavailableInput = z.object({ day });

/** The same where a proposal is rejected; fields that go with the form there. */
export const PauseFields = {
  pause: z.enum(["none", "until-day", "open-ended"], { error: "Choose one of these." }).default("none"),
  day,
};
