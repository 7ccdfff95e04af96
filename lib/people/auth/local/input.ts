import { z } from "zod";
import { destinationField } from "@/lib/foundation/destination";
import { cleanAddress, numberForm } from "@/lib/foundation/identifier";
import { lineBox } from "@/lib/foundation/text-box";
import { cleanLine, cleanToken } from "@/lib/foundation/typed-text";
import { LONGEST_PASSWORD } from "./password";

const email = z
  .string({ error: "Enter your e-mail address." })
  .max(1000, { error: "Enter an e-mail address of at most 200 characters.", abort: true })
  .transform(cleanAddress)
  .pipe(z.string().max(200, "Enter an e-mail address of at most 200 characters."))
  .pipe(z.email("Enter an e-mail address such as name@example.org."));
/** Checked as it was typed, whatever its length, so that older passwords still work. */
const given = z.string({ error: "Enter your password." }).max(1000, "Enter your password.");
const chosen = z
  .string({ error: "Choose a password." })
  .max(1000, `Choose a password of at most ${LONGEST_PASSWORD} characters.`);
const identifier = z
  .string({ error: "Enter your e-mail address or membership number." })
  .max(1000, { error: "Enter your e-mail address or membership number.", abort: true })
  .overwrite(cleanLine)
  .max(200, "Enter your e-mail address or membership number.");

export const LogInInput = z.object({ identifier, password: given, to: destinationField });

export const CreateAccountInput = z.object({
  role: z.enum(["mentee", "mentor"], { error: "Choose one of the two. You can add the other later." }),
  name: lineBox(120, { missing: "Enter your name.", tooLong: "Enter at most 120 characters." }).min(2, "Enter your name."),
  email,
  number: z
    .string({ error: "Enter your membership number." })
    .max(200, { error: "Enter all six digits of your membership number.", abort: true })
    .transform(numberForm)
    .pipe(z.string().regex(/^\d{6}$/, "Enter all six digits of your membership number.")),
  agreement: z.literal("yes", { error: "Tick the box to agree to the terms and the privacy policy." }),
});
export type CreateAccountInput = z.infer<typeof CreateAccountInput>;

export const ForgottenPasswordInput = z.object({ identifier });
export const SendAgainInput = z.object({ identifier });

const token = z.string().max(200).overwrite(cleanToken);
export const TokenInput = z.object({ token });
/** A new password, chosen on the page that a link opens. */
export const ChoosePasswordInput = z.object({ token, password: chosen });

export const ChangePasswordInput = z.object({
  currentPassword: z.string({ error: "Enter your current password." }).max(1000, "Enter your current password."),
  newPassword: chosen,
});
export const ChangeEmailInput = z.object({ newEmail: email, passwordForEmail: given });
