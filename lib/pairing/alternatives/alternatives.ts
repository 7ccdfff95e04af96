import type { SuggestedMentor } from "@/lib/pairing/matching/mentor";

/** A proposal that came to nothing, and whom its mentee may ask instead. */
export interface Alternatives {
  proposalId: string;
  mentorName: string;
  /** The mentor said no, or let the deadline pass. */
  isRejected: boolean;
  /** The entry of the society's list of reasons that the mentor chose. */
  because: number | null;
  mentors: SuggestedMentor[];
}
