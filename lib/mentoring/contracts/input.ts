import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { lineBox } from "@/lib/foundation/text-box";

const LONGEST_NAME = 200;

/** The form at the foot of a contract. `seen` is the digest of the text above it. */
export const SignInput = z.object({
  relationshipId: IdInput,
  seen: z.string().regex(/^[0-9a-f]{64}$/),
  name: lineBox(LONGEST_NAME, { missing: "Type your name to sign." }).min(1, "Type your name to sign."),
});
