"use server";

import { goTo, refused, staffAction } from "@/lib/form-action";
import { writeToBoth } from "@/lib/oversight/commands";
import { LetterInput } from "@/lib/oversight/input";
import { oversightRefusal } from "@/lib/oversight/wording";

export const writeLetter = staffAction(LetterInput, async ({ input, viewer, now }) => {
  const written = await writeToBoth(viewer, input, now);
  if (!written.ok) return refused(oversightRefusal(written.reason));
  return goTo(
    `/admin/${written.value === "relationship" ? "relationships" : "proposals"}/${input.id}`,
    written.isAnother ? "kept-beside" : "letter-sent",
  );
});
