/** What a member offers as a mentor. Numbers in topics, sector … are ids of the society's lists. */
export interface MentorProfile {
  memberId: string;
  headline: string;
  about: string;
  topics: number[];
  sector: number | null;
  region: number | null;
  yearsOfExperience: number;
  languages: number[];
  methods: number[];
  /** How many mentees at once. */
  capacity: number;
  /** Whether they would rather not be asked questions before a proposal. */
  takesNoQuestions: boolean;
  isAvailable: boolean;
  /** Usual hours to answer a proposal; null while there are no answers to tell by. */
  answerHours: number | null;
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
