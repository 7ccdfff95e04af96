import type { Settings } from "@/lib/society/settings/settings";
import { LONGEST_PASSWORD, type PasswordFault, SHORTEST_PASSWORD } from "./password";

/** Under every box in which a password is chosen. */
export const PASSWORD_HINT = `At least ${SHORTEST_PASSWORD} characters. Three or four words that only you would put together are easy to remember and hard to guess.`;

export function sayPasswordFault(fault: PasswordFault): string {
  switch (fault) {
    case "too-short":
      return `Choose a password of at least ${SHORTEST_PASSWORD} characters.`;
    case "too-long":
      return `Choose a password of at most ${LONGEST_PASSWORD} characters.`;
    case "about-you":
      return "Choose a password that is not your name, e-mail address or membership number.";
    case "about-us":
      return "Choose a password that is not made up of the society’s own words.";
    case "leaked":
      return "This password has appeared in a leak of other people’s accounts, so attackers will try it. Please choose another one.";
    case "too-common":
      return "Too many people use this password, so attackers try it first. Please choose another one.";
  }
}

export const TOO_OFTEN = "There have been too many attempts in a short time. Please wait a while, then try again.";

/** Shown when a sign-in fails. It does not reveal whether there is such an account. */
export const WRONG_LOGIN =
  "That is not the right password for this e-mail address or membership number. If you have just created your account, first open the link that we sent you. After ten wrong passwords you have to wait fifteen minutes.";

export const WRONG_OWN_PASSWORD = "That is not your current password.";

/** Why a registration was refused: helpful, without revealing anything about anybody on the register. */
export function sayNotOnRegister({ society, support }: Settings): string {
  const ask = [support.email, support.phone].filter((way) => way !== null && way !== "").join(" or ");
  return `We could not find a member of ${society.name} with this number and this surname or e-mail address. Please check all six digits, and write your name as the society knows it.${ask ? ` If it still does not work, ask ${ask}.` : ""}`;
}

export const DEAD_LINK = "This link does not work any more. It may have been used already, or be too old.";

/** Another registration, or another member, was quicker. */
export const TAKEN =
  "There is already an account with this number or e-mail address. Sign in, or choose Forgotten password? if you do not know the password.";
