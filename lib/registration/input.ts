import { z } from "zod";

/** The join page: mentee, mentor or both. The form's tick boxes are all named `roles`. */
export const JoinInput = z.object({
  roles: z
    .array(z.enum(["mentee", "mentor"], { error: "Choose from the list." }))
    .overwrite((roles) => [...new Set(roles)])
    .min(1, "Choose at least one."),
});
export type JoinInput = z.infer<typeof JoinInput>;
