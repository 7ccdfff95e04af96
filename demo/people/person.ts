export interface Person {
  /** Six digits. */
  number: string;
  /** What the membership website calls them, for ever. */
  subject: string;
  name: string;
  email: string;
  standing: "current" | "lapsed";
  /** Has an account in Connect; the others are on the register only. */
  hasJoined: boolean;
  staff: "none" | "admin";
  mentor: MentorPart | null;
  mentee: MenteePart | null;
}

/** Numbers are ids of the society's lists. */
export interface MentorPart {
  headline: string;
  about: string;
  topics: number[];
  sector: number;
  region: number;
  yearsOfExperience: number;
  languages: number[];
  methods: number[];
  capacity: number;
  isAvailable: boolean;
  /** How long they usually take to answer; null for those who have answered nobody yet. */
  answerHours: number | null;
}

export interface MenteePart {
  headline: string;
  about: string;
  topics: number[];
  aims: string;
  sector: number;
  region: number;
  careerStage: number;
  languages: number[];
  methods: number[];
}
