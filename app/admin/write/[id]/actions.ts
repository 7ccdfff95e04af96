"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { LetterInput } from "@/lib/staff/relationships/input";
import { writeToBoth } from "@/lib/staff/relationships/letters/commands";
import { sayStaffRefusal } from "@/lib/staff/relationships/wording";

export const writeLetter = staffAction(LetterInput, async ({ input, viewer, now }) => {
  const written = await writeToBoth(viewer, input, now);
  if (!written.ok) return refused(sayStaffRefusal(written.reason));
  return goTo(
    `/admin/${written.value === "relationship" ? "relationships" : "proposals"}/${input.id}`,
    written.isAnother ? "kept-beside" : "letter-sent",
  );
});
