import type { Role } from "@/lib/foundation/viewer";
import type { CommandRefusal } from "./commands";
import type { EndedBecause } from "./relationship";

/** Who can read a box. */
export type Readers = "self" | "partners" | "society";

/** The sentence beside every box: who can read what is written there. */
export function sayWhoReads(readers: Readers, partnerName: string): string {
  switch (readers) {
    case "self":
      return "Only you can read this.";
    case "partners":
      return `Only you and ${partnerName} can read this. The society’s staff cannot.`;
    case "society":
      return "The society’s staff can read this too.";
  }
}

/** Beside everything that two people can only read from now on. */
export const READ_ONLY =
  "This relationship has ended. Both of you can still read everything here; nothing can be added or changed.";

/** Beside everything of a relationship whose other half cannot sign in: suspended or lapsed, in the same words. */
export function sayUnreachable(partnerName: string, product: string): string {
  return `${partnerName} cannot be reached on ${product} at present. Your relationship stays as it is.`;
}

/** Why a command was refused, for the member. */
export function relationshipRefusal(reason: CommandRefusal): string {
  switch (reason) {
    case "already-ended":
      return "This relationship has ended, so nothing can be changed any more.";
    case "already-held":
      return "We have already noted your first conversation.";
    case "not-yet":
      return "That day is still to come. When did you talk?";
    case "already-asked":
      return "One of you has already asked to carry on. Please see below.";
    case "nothing-asked":
      return "This question has already been answered or taken back. Please look again.";
    case "unknown-months":
      return "Please choose one of the periods in the list.";
    case "changed-meanwhile":
      return "Something changed at the same moment. Please look again before you decide.";
    case "own":
      return "You are part of this yourself, so another member of staff has to do it.";
    case "not-found":
    case "not-yours":
    case "not-due":
      return "That is not possible.";
  }
}

/** How it came to an end, for one of the two. */
export function sayHowEnded(because: EndedBecause, viewerIs: Role, partnerName: string): string {
  switch (because) {
    case "completed":
      return "It ended on the day you had agreed.";
    case "staff":
      return "The society ended this relationship.";
    case "mentee":
    case "mentor":
      return because === viewerIs ? "You ended this relationship." : `${partnerName} ended this relationship.`;
    case "mentee-left":
    case "mentor-left":
      return because.startsWith(viewerIs) ? "It ended when you left." : `It ended when ${partnerName} left.`;
  }
}
