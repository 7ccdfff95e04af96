import { z } from "zod";
import { IdInput } from "@/lib/id";
import { cleanTyped } from "@/lib/typed-text";

const LONGEST_NAME = 200;

/** The form at the foot of a contract. `seen` is the digest of the text above it. */
export const SignInput = z.object({
  relationshipId: IdInput,
  seen: z.string().regex(/^[0-9a-f]{64}$/),
  name: z
    .string("Type your name to sign.")
    .overwrite((typed) => cleanTyped(typed).replace(/\s+/g, " "))
    .min(1, "Type your name to sign.")
    .max(LONGEST_NAME, `Keep this to ${LONGEST_NAME} characters.`),
});
