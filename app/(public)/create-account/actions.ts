"use server";

import { readCaller } from "@/lib/auth/local/caller";
import { CreateAccountInput } from "@/lib/auth/local/input";
import { register } from "@/lib/auth/local/registering";
import { sayNotOnRegister, TOO_OFTEN } from "@/lib/auth/local/wording";
import { env } from "@/lib/env";
import { goTo, openAction, refused } from "@/lib/form-action";

export const createAccount = openAction(CreateAccountInput, async ({ input, viewer, settings, now }) => {
  if (env().SIGN_IN !== "local" || viewer) return goTo("/");
  const registered = await register(input, await readCaller(), now);
  if (registered.ok) return goTo("/verify");
  if (registered.reason === "lapsed") return goTo("/sign-in?refused=lapsed");
  return registered.reason === "too-often" ? refused(TOO_OFTEN) : refused(sayNotOnRegister(settings), "number");
});
