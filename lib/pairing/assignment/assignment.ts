/**
 * The mentors a mentee could be matched with, by their places in the list of mentors, and how well each fits: more is better. Bare
 * numbers, because where places are scarce there are millions of them.
 */
export interface Candidates {
  mentors: Int32Array;
  scores: Int32Array;
}

export interface WaitingMentee {
  id: string;
  /** Since when they have waited, in milliseconds: of two who fit a mentor equally well, the one who has waited longer comes first. */
  since: number;
  candidates: Candidates;
  /** Staff have decided on this mentor, by their place in the list; null: nobody has. */
  locked: number | null;
}

export interface FreeMentor {
  id: string;
  places: number;
}

export interface Problem {
  mentees: readonly WaitingMentee[];
  mentors: readonly FreeMentor[];
}

/** Who is matched with whom. */
export interface Assignment {
  /** For each mentee the place of their mentor in the list; -1: left over. */
  mentorOf: Int32Array;
  /** For each mentor their mentees, in no order. */
  menteesOf: readonly (readonly number[])[];
}
