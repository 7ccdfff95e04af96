"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { sign as signContract } from "@/lib/mentoring/contracts/commands";
import { SignInput } from "@/lib/mentoring/contracts/input";
import { sayRefusal } from "@/lib/mentoring/contracts/wording";

export const sign = formAction(SignInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, name, seen } = input;
  const here = `/relationships/${relationshipId}/contract`;
  const result = await signContract(viewer, relationshipId, { type: "sign", name, seen }, settings, now);
  if (result.ok) return goTo(here, result.value.isComplete ? "contract-complete" : "contract-signed");
  if (result.reason === "name-differs") return refused(sayRefusal(result.reason, viewer.name, ""), "name");
  // Shows the current page: the text may have changed since, and the form may be gone.
  return goTo(`${here}?refused=${result.reason}`);
});
