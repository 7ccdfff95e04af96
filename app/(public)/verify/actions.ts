"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { continueSession } from "@/lib/people/auth/continuing";
import { readCaller } from "@/lib/people/auth/local/caller";
import { changeEmail } from "@/lib/people/auth/local/changing";
import { ChoosePasswordInput, SendAgainInput, TokenInput } from "@/lib/people/auth/local/input";
import { isOfSociety } from "@/lib/people/auth/local/password";
import { sendLink } from "@/lib/people/auth/local/recovering";
import { confirm } from "@/lib/people/auth/local/registering";
import { DEAD_LINK, sayPasswordFault, TAKEN, TOO_OFTEN } from "@/lib/people/auth/local/wording";
import { beginSession } from "@/lib/people/auth/session";

/** The form behind a link by mail: the link itself does nothing, because mail scanners follow links. */
export const confirmRegistration = openAction(ChoosePasswordInput, async ({ input, settings, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/");
  if (isOfSociety(input.password, settings.society)) return refused(sayPasswordFault("about-us"), "password");
  const confirmed = await confirm(input.token, input.password, now);
  if (!confirmed.ok) {
    switch (confirmed.reason) {
      case "lapsed":
        return goTo("/sign-in?refused=lapsed");
      case "taken":
        return refused(TAKEN);
      case "dead-link":
        return refused(DEAD_LINK);
      default:
        return refused(sayPasswordFault(confirmed.reason), "password");
    }
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
  await continueSession(viewer.memberId);
  return goTo("/account", "email-changed");
});

export const sendAgain = openAction(SendAgainInput, async ({ input, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/");
  const sent = await sendLink(input.identifier, "verify", await readCaller(), now);
  return sent.ok ? goTo("/verify", "sent-again") : refused(TOO_OFTEN);
});
