import { z } from "zod";
import { ID, IdInput } from "@/lib/foundation/id";
import { cleanToken } from "@/lib/foundation/typed-text";

/** The pages that have these buttons, with their query: where a press leads back to, and nowhere else. */
const BACK = new RegExp(`^/(?:mentors(?:/${ID})?|saved)(?:\\?[\\w=&%+.*-]*)?$`);

/** Each button gives the mentor's id under the name of what it does. */
export const MarkInput = z.object({
  back: z
    .string()
    .max(2000)
    .overwrite(cleanToken)
    .optional()
    .default("/mentors")
    .transform((path) => (BACK.test(path) ? path : "/mentors")),
  save: IdInput.optional(),
  hide: IdInput.optional(),
  forget: IdInput.optional(),
});
