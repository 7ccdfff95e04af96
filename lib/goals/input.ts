import { z } from "zod";
import { cleanToken, cleanTyped } from "@/lib/typed-text";
import { sayNumber } from "@/lib/wording";
import { PROGRESS } from "./goal";

/** How much room there is, in characters; the form says the same. The actions of a G-STAR fit into a goal. */
export const ROOM = { what: 4000, why: 2000, measure: 2000, note: 2000 } as const;

const words = (room: number) =>
  z
    .string()
    .overwrite(cleanTyped)
    .max(room, `Keep this to ${sayNumber(room)} characters.`);

const Goal = z.object({
  relationshipId: z.uuid(),
  /** Made with the form, so that pressing the button twice adds one. */
  goalId: z.uuid(),
  what: z
    .string("Say what you want to achieve.")
    .overwrite(cleanTyped)
    .min(1, "Say what you want to achieve.")
    .max(ROOM.what, `Keep this to ${sayNumber(ROOM.what)} characters.`),
  why: words(ROOM.why).default(""),
  measure: words(ROOM.measure).default(""),
  target: z.iso.date("Enter a day, such as 2027-01-31, or leave it empty.").optional().default(""),
});

export const AddGoalInput = Goal;

/** `base` is the step whose words the form began with; `take` names the boxes in which those are to stand. */
export const EditGoalInput = Goal.extend({
  base: z.uuid(),
  take: z.array(z.string().max(20).overwrite(cleanToken)).max(10).default([]),
});

/** A note on how it goes. `stepId` is made with the form, so that pressing the button twice writes one. */
export const NoteInput = z.object({
  relationshipId: z.uuid(),
  goalId: z.uuid(),
  stepId: z.uuid(),
  progress: z.enum(PROGRESS, { error: "Choose one of these." }),
  /** The progress that the form began with. */
  base: z.enum(PROGRESS),
  note: words(ROOM.note).default(""),
});

/** Achieved, dropped, open again; `version` is the one that the member saw. */
export const MoveGoalInput = z.object({
  relationshipId: z.uuid(),
  goalId: z.uuid(),
  version: z.coerce.number().int().min(1),
});
