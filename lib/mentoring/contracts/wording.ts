import { sayTime, sayWholeDate } from "@/lib/foundation/dates";
import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { type Contract, isComplete, otherRole, REFUSALS, type RefusalReason } from "./contract";

/** Why a signature was refused, for the member who wanted to sign. */
export function sayRefusal(reason: RefusalReason, viewerName: string, partnerName: string): string {
  switch (reason) {
    case "ended":
      return "This relationship has ended, so the contract cannot be signed any more.";
    case "already-signed":
      return "You have signed this contract already.";
    case "text-changed":
      return `The text has changed since you opened it, or ${partnerName} signed just before you. Please read it again, and then sign.`;
    case "name-differs":
      return `Type your full name as we know it: ${viewerName}. Capitals and accents do not matter.`;
    case "unreadable":
      return "The text that your partner signed cannot be read at the moment, so it cannot be signed. Please ask for help, and quote the reference shown in its place.";
    case "not-found":
      return "There is no such contract.";
  }
}

/** The reason of a refusal from the page's address; null for anything else. */
export function toRefusal(text: string | string[] | undefined): RefusalReason | null {
  return REFUSALS.find((reason) => reason === text) ?? null;
}

/** Where the signing stands, in one sentence; in a relationship that has ended, how far it came. */
export function sayStanding(newest: Contract | null, viewerIs: Role, partnerName: string, isOpen = true): string {
  if (!isOpen && (!newest || !isComplete(newest))) {
    if (!newest) return "No contract was signed.";
    return newest.signatures[viewerIs] ? `You signed, and ${partnerName} did not.` : `${partnerName} signed, and you did not.`;
  }
  if (!newest) return "A short agreement on what you can expect of each other, which you both sign.";
  if (isComplete(newest)) return `You and ${partnerName} have both signed.`;
  return newest.signatures[viewerIs]
    ? `You have signed. We have asked ${partnerName} to sign too.`
    : `${partnerName} has signed. Now it is your turn.`;
}

/** Which version of which text it is. */
export function sayVersion(
  { documentNumber, isOfProgramme }: Pick<Contract, "documentNumber" | "isOfProgramme">,
  { society }: Settings,
): string {
  if (isOfProgramme) return `Version ${documentNumber} of the text of this programme of ${society.name}`;
  return documentNumber === 0
    ? `The text that comes with ${society.product}`
    : `Version ${documentNumber} of the text of ${society.name}`;
}

/** A signature in words: "Signed by Amina Okafor (mentee) on 14 November 2026 at 14:05 (Europe/London)". */
export function saySignature(contract: Contract, role: Role, { words }: Settings, timeZone: string): string {
  const signature = contract.signatures[role];
  if (!signature) return `Not signed yet by the ${words[role]}`;
  return `Signed by ${signature.name ?? "a former member"} (${words[role]}) on ${saySignedAt(signature.at, timeZone)}`;
}

/** "14 November 2026 at 14:05 (Europe/London)": in full, because a contract is read years later, and by both. */
export function saySignedAt(at: Date, timeZone: string): string {
  return `${sayWholeDate(at, timeZone)} at ${sayTime(at, timeZone)} (${timeZone.replaceAll("_", " ")})`;
}

/** The one who signed first comes first. */
export function orderSignatures({ signatures }: Contract): Role[] {
  const first: Role = (signatures.mentee?.at ?? Infinity) <= (signatures.mentor?.at ?? Infinity) ? "mentee" : "mentor";
  return [first, otherRole(first)];
}

/** Shown instead of a text that was erased with the personal data of one of the two. */
export const ERASED =
  "The text of this contract named somebody whose personal data has been erased, so we erased it too. We only keep that it was signed, and when.";
