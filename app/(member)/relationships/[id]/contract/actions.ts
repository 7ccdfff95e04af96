"use server";

import { sign as signContract } from "@/lib/contracts/commands";
import { SignInput } from "@/lib/contracts/input";
import { sayRefusal } from "@/lib/contracts/wording";
import { formAction, goTo, refused } from "@/lib/form-action";

export const sign = formAction(SignInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, name, seen } = input;
  const here = `/relationships/${relationshipId}/contract`;
  const result = await signContract(viewer, relationshipId, { type: "sign", name, seen }, settings, now);
  if (result.ok) return goTo(here, result.value.isComplete ? "contract-complete" : "contract-signed");
  if (result.reason === "name-differs") return refused(sayRefusal(result.reason, viewer.name, ""), "name");
  // The page as it is now: the text or the form may be another, or gone.
  return goTo(`${here}?refused=${result.reason}`);
});
