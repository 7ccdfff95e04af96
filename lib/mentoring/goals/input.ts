import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";
import { PROGRESS } from "./goal";

/** The longest texts, in characters; the form says the same. The actions of a G-STAR fit into a goal. */
export const ROOM = { what: 4000, why: 2000, measure: 2000, note: 2000 } as const;

const WHAT = "Say what you want to achieve.";

const Goal = z.object({
  relationshipId: IdInput,
  /** Made with the form, so that pressing the button twice adds one. */
  goalId: IdInput,
  what: textBox(ROOM.what, { missing: WHAT }).min(1, WHAT),
  why: textBox(ROOM.why).default(""),
  measure: textBox(ROOM.measure).default(""),
  target: z.iso.date("Enter a day, such as 2027-01-31, or leave it empty.").optional().default(""),
});

export const AddGoalInput = Goal;

/** `base` is the step whose words the form began with; `take` names the boxes in which those are to stand. */
export const EditGoalInput = Goal.extend({
  base: IdInput,
  take: z.array(z.string().max(20).overwrite(cleanToken)).max(10).default([]),
});

/** A note on how the goal is going. `stepId` comes with the form, so that pressing the button twice writes one note. */
export const NoteInput = z.object({
  relationshipId: IdInput,
  goalId: IdInput,
  stepId: IdInput,
  progress: z.enum(PROGRESS, { error: "Choose one of these." }),
  /** The progress that the form began with. */
  base: z.enum(PROGRESS),
  note: textBox(ROOM.note).default(""),
});

/** Achieved, dropped, open again; `version` is the one that the member saw. */
export const MoveGoalInput = z.object({
  relationshipId: IdInput,
  goalId: IdInput,
  version: z.coerce.number().int().min(1),
});
