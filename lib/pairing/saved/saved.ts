import type { Pictured } from "@/lib/people/pictures/picture";

/** A mentor whom a mentee wants to find again, or does not want to see in the list. */
export type Mark = "saved" | "hidden";

/** So many of each, so that the page stays one page and the search stays quick. */
export const MOST_MARKED = 100;

export type MarkRefusal = "not-found" | "list-full";

/** A saved mentor as they are now; or one who was hidden. */
export interface MarkedMentor extends Pictured {
  mark: Mark;
  headline: string;
  /** Whether they can be asked now; else they have no place free, or are away. */
  isListed: boolean;
  hasPlace: boolean;
  placesFree: number;
  capacity: number;
  /** The day of their return, where they have given one. */
  availableAgainAt: Date | null;
}

/** Whether a mentor can be asked, and if not, why. */
export function stateOf({ isListed, hasPlace }: Pick<MarkedMentor, "isListed" | "hasPlace">): "free" | "full" | "away" {
  if (isListed) return "free";
  return hasPlace ? "away" : "full";
}
