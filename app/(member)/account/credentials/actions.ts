"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { continueSession } from "@/lib/people/auth/continuing";
import { readCaller } from "@/lib/people/auth/local/caller";
import * as changing from "@/lib/people/auth/local/changing";
import { ChangeEmailInput, ChangePasswordInput } from "@/lib/people/auth/local/input";
import { isOfSociety } from "@/lib/people/auth/local/password";
import { sayPasswordFault, TOO_OFTEN, WRONG_OWN_PASSWORD } from "@/lib/people/auth/local/wording";

export const changePassword = formAction(ChangePasswordInput, async ({ input, viewer, settings, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/account");
  const { currentPassword: current, newPassword: next } = input;
  if (isOfSociety(next, settings.society)) return refused(sayPasswordFault("about-us"), "newPassword");
  const changed = await changing.changePassword(viewer, { current, next }, await readCaller(), now);
  if (changed.ok) {
    await continueSession(viewer.memberId);
    return goTo("/account", "password-changed");
  }
  switch (changed.reason) {
    case "too-often":
      return refused(TOO_OFTEN);
    case "wrong":
      return refused(WRONG_OWN_PASSWORD, "currentPassword");
    case "changed-meanwhile":
      return refused("Your password has just been changed in another window or on another device. Please try again.");
    default:
      return refused(sayPasswordFault(changed.reason), "newPassword");
  }
});

export const changeEmail = formAction(ChangeEmailInput, async ({ input, viewer, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/account");
  const wish = { password: input.passwordForEmail, email: input.newEmail };
  const asked = await changing.askForNewEmail(viewer, wish, await readCaller(), now);
  if (asked.ok) return goTo("/account", "email-asked");
  if (asked.reason === "wrong") return refused(WRONG_OWN_PASSWORD, "passwordForEmail");
  return asked.reason === "same" ? refused("This is already your e-mail address.", "newEmail") : refused(TOO_OFTEN);
});
