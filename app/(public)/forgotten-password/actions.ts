"use server";

import { readCaller } from "@/lib/auth/local/caller";
import { ForgottenPasswordInput } from "@/lib/auth/local/input";
import { sendLink } from "@/lib/auth/local/recovering";
import { TOO_OFTEN } from "@/lib/auth/local/wording";
import { env } from "@/lib/env";
import { goTo, openAction, refused } from "@/lib/form-action";

export const sendResetLink = openAction(ForgottenPasswordInput, async ({ input, viewer, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/");
  // The page asks those who are logged in to log out first.
  if (viewer) return goTo("/forgotten-password");
  const sent = await sendLink(input.identifier, "reset", await readCaller(), now);
  return sent.ok ? goTo("/forgotten-password", "link-sent") : refused(TOO_OFTEN);
});
