import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";

/** The button that was pressed gives the member's id under the name of what it does. */
export const AvoidInput = z.object({
  role: z.enum(["mentor", "mentee"]),
  avoid: IdInput.optional(),
  remove: IdInput.optional(),
});
