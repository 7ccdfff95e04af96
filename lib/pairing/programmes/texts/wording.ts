import type { TextRefusal } from "./commands";
import type { ProgrammeSlug, Standing } from "./text";

/** The names of a programme's texts for staff, where partners read each, and what they read where there is none. */
export const TEXTS: Readonly<Record<ProgrammeSlug, { name: string; readAt: string; societys: string }>> = {
  contract: {
    name: "Contract",
    readAt: "Partners in this programme sign it",
    societys: "the society’s contract",
  },
  "first-conversation": {
    name: "First conversation",
    readAt: "Partners in this programme read it when they prepare their first conversation",
    societys: "the society’s guidance",
  },
};

/** What partners read now, and whether a draft waits: "Its own, version 2. A draft is waiting." */
export function sayStanding({ slug, publishedNumber, draftNumber }: Standing): string {
  const read = publishedNumber === null ? `Partners read ${TEXTS[slug].societys}.` : `Its own, version ${publishedNumber}.`;
  return draftNumber === null ? read : `${read} A draft is waiting.`;
}

export function sayTextRefusal(reason: TextRefusal): string {
  switch (reason) {
    case "not-staff":
      return "Only staff can do this.";
    case "not-there":
      return "This programme does not exist.";
    case "not-now":
      return "This programme is closed, so its texts can no longer be changed.";
    case "society-scheme":
      return "The texts of the society’s scheme are under Content.";
    case "not-found":
      return "This version does not exist.";
    case "societys-already":
      return "The programme has no text of its own that is published.";
    case "busy":
      return "Somebody else is saving this at the same moment. Please press the button again.";
  }
}
