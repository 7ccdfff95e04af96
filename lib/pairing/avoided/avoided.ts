import type { Role } from "@/lib/foundation/viewer";

/** Somebody whom the viewer would rather not be matched with, or whom they may add to that list. */
export interface Avoided {
  memberId: string;
  name: string;
}

/** The viewer's list in one of their roles. Mentees have the mentors on it whom they have marked Not for me. */
export interface AvoidedList {
  role: Role;
  people: Avoided[];
}

/** So many in each role. */
export const MOST_AVOIDED = 100;
/** Nobody looks through more people of one name than this. */
export const MOST_FOUND = 10;

export type AvoidRefusal = "not-found" | "list-full";
