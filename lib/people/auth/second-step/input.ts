import { z } from "zod";
import { destinationField } from "@/lib/foundation/destination";
import { IdInput } from "@/lib/foundation/id";
import { lineBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";

const A_CODE = "Enter the code from your authenticator app, or a recovery code.";
const code = z
  .string({ error: A_CODE })
  .max(100, { error: A_CODE, abort: true })
  .transform((typed) => typed.replace(/[\s\p{C}-]+/gu, ""))
  .pipe(z.string().min(1, A_CODE).max(40, A_CODE));
/** What only a script can fill in: the answer of a passkey, and the challenge that it answers. */
const answer = z.string().max(20_000).overwrite(cleanToken).optional().default("");
const challenge = z.string().max(4000).overwrite(cleanToken).optional().default("");

const MISSING = "Give the passkey a name.";
const name = lineBox(60, { missing: MISSING, tooLong: "Enter at most 60 characters." }).min(1, MISSING);

export const CodeInput = z.object({ code, to: destinationField });
export const PasskeyInput = z.object({ answer, challenge, to: destinationField });

export const ProveInput = z.object({
  password: z.string({ error: "Enter your password." }).max(1000, "Enter your password."),
  to: destinationField,
});
export const ConfirmAppInput = z.object({ code });
export const AddPasskeyInput = z.object({ name, answer, challenge });
export const RenamePasskeyInput = z.object({ id: IdInput, name });
export const RemovePasskeyInput = z.object({ id: IdInput });
