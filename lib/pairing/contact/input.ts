import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";

/** Whether a former partner may still see the viewer's address. */
export const AddressInput = z.object({ id: IdInput, shown: z.enum(["yes", "no"]) });
