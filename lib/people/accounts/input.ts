import { z } from "zod";
import { lineBox } from "@/lib/foundation/text-box";

export const EraseMyselfInput = z.object({
  number: lineBox(100, { missing: "Type your membership number." }).min(1, "Type your membership number."),
  wish: z.enum(["later", "now"], { error: "Choose one of the two." }),
});

/** The tick boxes of Edit Account. decide.ts says whether all of them may be empty. */
export const RolesInput = z.object({
  roles: z
    .array(z.enum(["mentee", "mentor"], { error: "Choose from the list." }))
    .max(10, "Choose from the list.")
    .overwrite((roles) => [...new Set(roles)])
    .default([]),
});
export type RolesInput = z.infer<typeof RolesInput>;
