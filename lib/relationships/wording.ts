/** Who can read a box. */
export type Readers = "self" | "pair" | "society";

/** The sentence beside every box: who can read what is written there. */
export function sayWhoReads(readers: Readers, partnerName: string): string {
  switch (readers) {
    case "self":
      return "Only you can read this.";
    case "pair":
      return `Only you and ${partnerName} can read this. The society’s staff cannot.`;
    case "society":
      return "The society’s staff can read this too.";
  }
}

/** Beside everything that two people can only read from now on. */
export const READ_ONLY =
  "This relationship has ended. Both of you can still read everything here; nothing can be added or changed.";
