import { z } from "zod";

/** The tick boxes of Edit Account; whether none may be ticked is for the rule to say. */
export const RolesInput = z.object({
  roles: z
    .array(z.enum(["mentee", "mentor"], { error: "Choose from the list." }))
    .max(10, "Choose from the list.")
    .overwrite((roles) => [...new Set(roles)])
    .default([]),
});
export type RolesInput = z.infer<typeof RolesInput>;
