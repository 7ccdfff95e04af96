"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { eraseMyself } from "@/lib/pairing/leaving/commands";
import { EraseMyselfInput } from "@/lib/people/accounts/input";
import { sayErasingRefusal } from "@/lib/people/accounts/wording";
import { endSession } from "@/lib/people/auth/session";

/** Erases everything, at once or later, also for somebody who deleted their account before; and signs them out. */
export const erase = openAction(EraseMyselfInput, async ({ input, viewer, departed, now }) => {
  const memberId = viewer?.memberId ?? departed?.memberId;
  if (!memberId) return goTo("/sign-in");
  const erased = await eraseMyself(memberId, input, now);
  if (!erased.ok) return refused(sayErasingRefusal(erased.reason), erased.reason === "wrong-number" ? "number" : undefined);
  return goTo(await endSession(input.wish === "now" ? "erased-now" : "erasure-asked"));
});
