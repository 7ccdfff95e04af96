"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { LetterInput } from "@/lib/staff/relationships/input";
import { writeLetter as write } from "@/lib/staff/relationships/letters/commands";
import { sayStaffRefusal } from "@/lib/staff/relationships/wording";

export const writeLetter = staffAction(
  LetterInput,
  async ({ input, viewer, now }) => {
    const written = await write(viewer, input, now);
    if (!written.ok) return refused(sayStaffRefusal(written.reason));
    return goTo(
      `/admin/${written.value === "relationship" ? "relationships" : "proposals"}/${input.id}`,
      written.isAnother ? "kept-beside" : input.to === "both" ? "letter-sent" : "letter-sent-to-one",
    );
  },
  { area: "relationships", of: "pairs", ids: ({ id }) => [id] },
);
