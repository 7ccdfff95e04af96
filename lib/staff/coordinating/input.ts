import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { RIGHTS } from "./coordinating";

export const GiveInput = z.object({
  memberId: IdInput,
  right: z.enum(RIGHTS, "Choose what they may do."),
  programmeId: z.string("Choose a programme.").min(1, "Choose a programme.").max(100).pipe(IdInput),
});

export const TakeInput = z.object({ memberId: IdInput, programmeId: IdInput });
