/** How many things a mentee can wait for at once. */
export const MOST_ALERTS = 20;
/** A search that finds fewer than this offers to tell when somebody is free. */
export const FEW_FOUND = 5;

export type AlertRefusal = "not-found" | "too-many";

/** What a mentee waits for: one mentor, or a search as the address of the list writes it ("?q=law"). */
export interface Alert {
  id: string;
  about: string;
  /** Null: a search. */
  mentor: { memberId: string; name: string } | null;
  /** The name of the programme that it is for; null: the society's own scheme. */
  programme: string | null;
}
