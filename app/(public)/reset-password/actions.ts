"use server";

import { ChoosePasswordInput } from "@/lib/auth/local/input";
import { isOfSociety } from "@/lib/auth/local/password";
import * as recovering from "@/lib/auth/local/recovering";
import { DEAD_LINK, sayPasswordFault } from "@/lib/auth/local/wording";
import { env } from "@/lib/env";
import { goTo, openAction, refused } from "@/lib/form-action";

export const resetPassword = openAction(ChoosePasswordInput, async ({ input, viewer, settings, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/");
  if (viewer) return goTo("/reset-password");
  if (isOfSociety(input.password, settings.society)) return refused(sayPasswordFault("about-us"), "password");
  const reset = await recovering.resetPassword(input.token, input.password, now);
  if (reset.ok) return goTo("/sign-in", "password-reset");
  return reset.reason === "dead-link" ? refused(DEAD_LINK) : refused(sayPasswordFault(reset.reason), "password");
});
