"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { readCaller } from "@/lib/people/auth/local/caller";
import { ForgottenPasswordInput } from "@/lib/people/auth/local/input";
import { sendLink } from "@/lib/people/auth/local/recovering";
import { TOO_OFTEN } from "@/lib/people/auth/local/wording";

export const sendResetLink = openAction(ForgottenPasswordInput, async ({ input, viewer, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/");
  // The page asks members who are signed in to sign out first.
  if (viewer) return goTo("/forgotten-password");
  const sent = await sendLink(input.identifier, "reset", await readCaller(), now);
  return sent.ok ? goTo("/forgotten-password", "link-sent") : refused(TOO_OFTEN);
});
