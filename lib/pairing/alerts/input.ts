import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { cleanToken } from "@/lib/foundation/typed-text";

const search = z.string().max(1500).overwrite(cleanToken);

/** Tell me when one mentor is free (in a programme), or anybody for a search ("?q=law"; empty for anybody at all). */
export const AlertInput = z.object({
  mentorId: IdInput.optional(),
  programmeId: IdInput.optional(),
  search: search.optional().default(""),
});

export const StopAlertInput = z.object({ alertId: IdInput });
