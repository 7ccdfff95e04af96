import { z } from "zod";
import { SETUP_ITEMS } from "@/lib/society/settings/setup-items";

export const SetupInput = z.object({
  item: z.enum(SETUP_ITEMS, { error: "This is not on the list." }),
  dismissed: z.enum(["yes", "no"], { error: "This is not on the list." }),
});
