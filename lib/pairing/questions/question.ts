/** `unanswered`: it closed without a reply. `closed`: the one who asked has left, or wants nothing more from the other. */
export type QuestionStatus = "waiting" | "answered" | "unanswered" | "closed";

/** A mentee's question to a mentor before any proposal. Its words are messages of the conversation. */
export interface Question {
  id: string;
  menteeId: string;
  mentorId: string;
  status: QuestionStatus;
  /** The number of its message. */
  firstNumber: number;
  askedAt: Date;
  /** When it closes without a reply; null once it no longer waits. */
  dueAt: Date | null;
}

/** A proposal that waits for the mentor's answer, about which the two can write. */
export interface OpenProposal {
  id: string;
  menteeId: string;
  mentorId: string;
  expiresAt: Date;
  /** How many messages there have been since it was sent, and whether the mentor wrote one of them. */
  written: number;
  isMentorHeard: boolean;
}

/** What two people have to do with each other before a relationship. */
export interface Exchange {
  question: Question | null;
  /** How many messages there have been since the question, which is one of them. */
  written: number;
  proposal: OpenProposal | null;
  /** Whether the other can sign in, and neither has blocked the other. */
  isPartnerActive: boolean;
}

/** What asking depends on. */
export interface Circumstances {
  timeZone: string;
  /** How many questions a mentee may have waiting; 0: the society wants none. */
  openQuestions: number;
  questionDays: number;
  /** And neither has blocked the other. */
  areBothActive: boolean;
  takesNoQuestions: boolean;
  /** Whether a search can find the mentor, who then has a place free. */
  isListed: boolean;
  /** False while the mentee lacks something that the society asks of the role; left out: nothing is asked. */
  isReady?: boolean;
  takenSlots: readonly number[];
  /** What counts in the programme that it would be asked in. */
  within: Within;
  /** When the mentee last asked this mentor. */
  lastAskedAt: Date | null;
  hasOpenProposal: boolean;
  arePartners: boolean;
  /** A rule of matching speaks against the two, or the mentor would rather not be matched with the mentee. */
  areKeptApart?: boolean;
}

/** The part of it that belongs to one programme: each has limits of its own. */
export interface Within {
  /** How many questions of the mentee wait in it. */
  open: number;
  areBothIn: boolean;
  /** Whether members find each other in it now. */
  takesProposals: boolean;
}

export type AskRefusal =
  | "not-yours"
  | "own"
  | "not-found"
  | "no-questions"
  | "unavailable"
  | "not-ready"
  | "too-many-open"
  | "asked-already"
  | "proposal-open"
  | "partners"
  | "kept-apart"
  | "not-in-programme"
  | "programme-closed";
export type WriteRefusal = "not-found" | "away" | "unanswered" | "enough" | "over" | "wait" | "too-many";

/** A few messages: more than this wants a proposal. */
export const MOST_BEFORE = 20;
/** For so long the two can go on after a question; then the mentee may ask again. */
export const OPEN_DAYS = 90;
