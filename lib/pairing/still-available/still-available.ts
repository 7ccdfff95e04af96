/** Why a mentor is asked whether they are still available. */
export type Because = "expired" | "silence";

/** What a mentor can say: yes, not until a day, or not until they say so. */
export const ANSWERS = ["yes", "pause", "unavailable"] as const;
export type Answer = (typeof ANSWERS)[number];

/** For how many days the question can be answered from its mail. */
export const OPEN_DAYS = 30;
/** The longest run of expired proposals that a setting may ask for. */
export const LONGEST_RUN = 5;

/** What we have asked one mentor, with what it depends on. */
export interface Check {
  memberId: string;
  /** Counts the questions: a link in a mail names the one that it answers. */
  round: number;
  askedAt: Date | null;
  /** The last time that the mentor answered us. */
  answeredAt: Date | null;
  /** The last time that we made the mentor unavailable. */
  stoodDownAt: Date | null;
  /** What expired before this instant is left out. */
  countsFrom: Date;
  dueAt: Date | null;
  version: number;
  /** Whether they could be sent a proposal: an active mentor who is not away. */
  isListed: boolean;
  joinedAt: Date;
  lastSignedInAt: Date | null;
  /** The last proposals that they answered, or that expired, the newest first. */
  last: { status: "expired" | "accepted" | "rejected"; at: Date }[];
}

export type Step = { type: "ask"; because: Because } | { type: "stand-down" } | { type: "look" };

/** The three answers, as members know them from Edit Account. */
export function sayAnswer(answer: Answer): string {
  switch (answer) {
    case "yes":
      return "Yes, I am available";
    case "pause":
      return "Pause until a day";
    case "unavailable":
      return "Make Unavailable";
  }
}
