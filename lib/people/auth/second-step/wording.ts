import type { StepRefusal } from "./second-step";

export const TOO_OFTEN = "There have been too many wrong codes. Please wait an hour, then try again.";
const WRONG_CODE =
  "That code is not right. Codes from an app change every thirty seconds and work once, and so does each recovery code. Check that the clock of your phone is right, then try again.";
export const WRONG_PASSKEY =
  "The passkey could not be checked. Please try again, within five minutes. You can use a code instead.";
export const NEEDS_SCRIPTS =
  "Passkeys need JavaScript, which is switched off or did not load in this browser. Use an authenticator app instead.";
export const PROVE_FIRST = "Please give your password again: ten minutes have passed since you last did.";
export const SAY_AGAIN = "Your sessions have been ended in the meantime. Please sign in again.";

export function sayStepRefusal(refusal: StepRefusal): string {
  return refusal === "too-often" ? TOO_OFTEN : WRONG_CODE;
}

/** "8 of ten recovery codes are left." */
export function sayCodesLeft(left: number): string {
  if (left === 0) return "You have no recovery codes left.";
  return left === 1 ? "You have one recovery code left." : `You have ${left} recovery codes left.`;
}
