/** How a mentor has replied to proposals over the last year; renewed every night. */
export interface Replies {
  /** How many proposals came to a reply or expired. */
  askedCount: number;
  /** How many of those the mentor replied to. */
  repliedCount: number;
  /** Usual hours until then; null while there is nothing to tell by. */
  answerHours: number | null;
}

/** Fewer proposals than this say nothing about a mentor. */
export const FEWEST_ASKED = 3;

/** What a member offers as a mentor. Numbers in topics, sector … are ids of the society's lists. */
export interface MentorProfile extends Replies {
  memberId: string;
  headline: string;
  about: string;
  topics: number[];
  sector: number | null;
  region: number | null;
  yearsOfExperience: number;
  languages: number[];
  methods: number[];
  /** The most mentees at once. */
  capacity: number;
  /** Whether they would rather not be asked questions before a proposal. */
  takesNoQuestions: boolean;
  isAvailable: boolean;
}

/** What a member looks for as a mentee. */
export interface MenteeProfile {
  memberId: string;
  headline: string;
  about: string;
  topics: number[];
  aims: string;
  sector: number | null;
  region: number | null;
  careerStage: number | null;
  languages: number[];
  methods: number[];
}

export type ProfileRefusal = "not-your-role" | "unknown-choice";
export type TimeZoneRefusal = "unknown-time-zone";
