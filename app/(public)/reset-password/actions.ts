"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { ChoosePasswordInput } from "@/lib/people/auth/local/input";
import { isOfSociety } from "@/lib/people/auth/local/password";
import * as recovering from "@/lib/people/auth/local/recovering";
import { DEAD_LINK, sayPasswordFault } from "@/lib/people/auth/local/wording";

export const resetPassword = openAction(ChoosePasswordInput, async ({ input, viewer, settings, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/");
  if (viewer) return goTo("/reset-password");
  if (isOfSociety(input.password, settings.society)) return refused(sayPasswordFault("about-us"), "password");
  const reset = await recovering.resetPassword(input.token, input.password, now);
  if (reset.ok) return goTo("/sign-in", "password-reset");
  return reset.reason === "dead-link" ? refused(DEAD_LINK) : refused(sayPasswordFault(reset.reason), "password");
});
