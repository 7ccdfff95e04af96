"use server";

import { formAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import type { Kept } from "@/lib/foundation/once";
import type { Refusal } from "@/lib/foundation/result";
import { change, remove, write } from "@/lib/mentoring/reflections/commands";
import { ChangeInput, DeleteInput, WriteInput } from "@/lib/mentoring/reflections/input";
import type { WriteRefusal } from "@/lib/mentoring/reflections/reflection";
import { sayRefusal } from "@/lib/mentoring/reflections/wording";

export const writeReflection = formAction(WriteInput, async ({ input, viewer, now }) => {
  const { id, meetingId, countsAs, heldOn, minutes, relationshipId, form: _form, ...words } = input;
  const entry = { heldOn, minutes, relationshipId, isStructured: countsAs === "structured", words };
  return answer(await write(viewer, id, meetingId, entry, now), heldOn);
});

export const changeReflection = formAction(ChangeInput, async ({ input, viewer, now }) => {
  const { id, version, countsAs, heldOn, minutes, relationshipId, form: _form, ...words } = input;
  const entry = { heldOn, minutes, relationshipId, isStructured: countsAs === "structured", words };
  return answer(await change(viewer, id, version, entry, now), heldOn);
});

export const deleteReflection = formAction(DeleteInput, async ({ input: { id, version }, viewer }) => {
  const result = await remove(viewer, id, version);
  return result.ok ? goTo("/cpd", "reflection-deleted") : refused(sayRefusal(result.reason));
});

/** Back to the year in which it stands now; or, what was typed stays. */
function answer(result: Kept<null> | Refusal<WriteRefusal>, heldOn: string): Outcome {
  if (result.ok) return goTo(`/cpd?year=${heldOn.slice(0, 4)}`, result.isAnother ? "kept-beside" : "reflection-saved");
  const isAboutDay = result.reason === "day-ahead" || result.reason === "day-too-old";
  return refused(sayRefusal(result.reason), isAboutDay ? "heldOn" : undefined);
}
