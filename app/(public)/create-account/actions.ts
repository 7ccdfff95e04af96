"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { readCaller } from "@/lib/people/auth/local/caller";
import { CreateAccountInput } from "@/lib/people/auth/local/input";
import { register } from "@/lib/people/auth/local/registering";
import { sayNotOnRegister, TOO_OFTEN } from "@/lib/people/auth/local/wording";

export const createAccount = openAction(CreateAccountInput, async ({ input, viewer, settings, now }) => {
  if (env().SIGN_IN !== "local" || viewer) return goTo("/");
  const registered = await register(input, await readCaller(), now);
  if (registered.ok) return goTo("/verify");
  if (registered.reason === "lapsed") return goTo("/sign-in?refused=lapsed");
  return registered.reason === "too-often" ? refused(TOO_OFTEN) : refused(sayNotOnRegister(settings), "number");
});
