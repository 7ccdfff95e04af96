import { z } from "zod";

/** The tick boxes of Edit Account. decide.ts says whether all of them may be empty. */
export const RolesInput = z.object({
  roles: z
    .array(z.enum(["mentee", "mentor"], { error: "Choose from the list." }))
    .max(10, "Choose from the list.")
    .overwrite((roles) => [...new Set(roles)])
    .default([]),
});
export type RolesInput = z.infer<typeof RolesInput>;
