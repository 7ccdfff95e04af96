import { z } from "zod";
import { cleanLine, cleanToken } from "@/lib/typed-text";
import { findPasswordFault, LONGEST_PASSWORD } from "./password";
import { sayPasswordFault } from "./wording";

const email = z
  .string({ error: "Enter your e-mail address." })
  .overwrite(cleanLine)
  .max(200, "Enter an e-mail address of at most 200 characters.")
  .pipe(z.email("Enter an e-mail address such as name@example.org."));
/** Checked as it is: nothing is said of its length, so that old passwords stay good. */
const given = z.string({ error: "Enter your password." }).max(1000, "Enter your password.");
const chosen = z
  .string({ error: "Choose a password." })
  .max(1000, `Choose a password of at most ${LONGEST_PASSWORD} characters.`);
/** Numbers are written with spaces by some. */
const identifier = z
  .string({ error: "Enter your e-mail address or membership number." })
  .overwrite(cleanLine)
  .max(200, "Enter your e-mail address or membership number.")
  .transform((typed) => (/^[\d\s]+$/.test(typed) ? typed.replace(/\s+/g, "") : typed));

export const LogInInput = z.object({ identifier, password: given });

export const CreateAccountInput = z
  .object({
    role: z.enum(["mentee", "mentor"], { error: "Choose one of the two. You can add the other later." }),
    name: z
      .string({ error: "Enter your name." })
      .overwrite(cleanLine)
      .min(2, "Enter your name.")
      .max(120, "Enter at most 120 characters."),
    email,
    number: z
      .string({ error: "Enter your membership number." })
      .transform((typed) => typed.replace(/\s+/g, ""))
      .pipe(z.string().regex(/^\d{6}$/, "Enter all six digits of your membership number.")),
    password: chosen,
    agreement: z.literal("yes", { error: "Tick the box to agree to the terms and the privacy policy." }),
  })
  .superRefine((input, context) => {
    const fault = findPasswordFault(input.password, input);
    if (fault) context.addIssue({ code: "custom", path: ["password"], message: sayPasswordFault(fault) });
  });
export type CreateAccountInput = z.infer<typeof CreateAccountInput>;

export const ForgottenPasswordInput = z.object({ identifier });
export const SendAgainInput = z.object({ email });

const token = z.string().max(200).overwrite(cleanToken);
export const TokenInput = z.object({ token });
export const ResetPasswordInput = z.object({ token, password: chosen });

export const ChangePasswordInput = z.object({
  currentPassword: z.string({ error: "Enter the password you have now." }).max(1000, "Enter the password you have now."),
  newPassword: chosen,
});
export const ChangeEmailInput = z.object({ newEmail: email, passwordForEmail: given });
