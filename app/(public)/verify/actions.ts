"use server";

import { readCaller } from "@/lib/auth/local/caller";
import { changeEmail } from "@/lib/auth/local/changing";
import { SendAgainInput, TokenInput } from "@/lib/auth/local/input";
import { sendLink } from "@/lib/auth/local/recovering";
import { confirm } from "@/lib/auth/local/registering";
import { DEAD_LINK, TAKEN, TOO_OFTEN } from "@/lib/auth/local/wording";
import { beginSession, renewSession } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { goTo, openAction, refused } from "@/lib/form-action";

/** The button behind a link by mail: the link itself does nothing, because mail scanners follow links. */
export const confirmRegistration = openAction(TokenInput, async ({ input, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/");
  const confirmed = await confirm(input.token, now);
  if (!confirmed.ok) {
    if (confirmed.reason === "lapsed") return goTo("/sign-in?refused=lapsed");
    return refused(confirmed.reason === "taken" ? TAKEN : DEAD_LINK);
  }
  if (confirmed.value.isWaiting) return goTo("/sign-in?refused=waiting");
  await beginSession(confirmed.value.memberId);
  return goTo("/welcome", "joined");
});

/** The same for a new e-mail address. Whoever is signed in here as that member stays so. */
export const confirmNewEmail = openAction(TokenInput, async ({ input, viewer, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/");
  const changed = await changeEmail(input.token, now);
  if (!changed.ok) return refused(changed.reason === "taken" ? TAKEN : DEAD_LINK);
  if (viewer?.memberId !== changed.value.memberId) return goTo("/", "email-changed");
  await renewSession(viewer.memberId);
  return goTo("/account", "email-changed");
});

export const sendAgain = openAction(SendAgainInput, async ({ input, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/");
  const sent = await sendLink(input.email, "verify", await readCaller(), now);
  return sent.ok ? goTo("/verify", "sent-again") : refused(TOO_OFTEN);
});
