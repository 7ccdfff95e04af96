import { z } from "zod";

/** The join page: mentee, mentor or both. The form's tick boxes are all named `roles`. */
export const JoinInput = z.object({
  roles: z
    .array(z.enum(["mentee", "mentor"], { error: "Choose from the list." }))
    .max(10, "Choose from the list.")
    .min(1, "Choose at least one.")
    .overwrite((roles) => [...new Set(roles)]),
});
export type JoinInput = z.infer<typeof JoinInput>;
