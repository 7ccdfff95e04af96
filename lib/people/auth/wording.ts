import { listInWords } from "@/lib/foundation/wording";
import type { Fact } from "./claims";

const WORDS: Record<Fact, string> = {
  subject: "which account you used there",
  number: "your membership number",
  name: "your name",
  email: "your e-mail address",
  standing: "whether your membership is current",
};

/** Facts that members can usually change at the society themselves. */
const THEIRS: readonly Fact[] = ["name", "email"];

export function isTheirsToChange(fact: Fact): boolean {
  return THEIRS.includes(fact);
}

/** What the society did not tell us of somebody who signed in there, and who can mend that. */
export function missingInWords(missing: readonly Fact[]): string {
  const facts = missing.length > 0 ? listInWords(missing.map((fact) => WORDS[fact])) : "everything that we need to know of you";
  const remedy = missing.every(isTheirsToChange)
    ? "Please check your membership details there, then sign in again. If nothing is missing there, ask the society to pass it on to us."
    : "You cannot put this right yourself: please ask the society, and tell them what is missing.";
  return `The society’s sign-in did not tell us ${facts}, so we could not let you in. ${remedy}`;
}
