import type { Role } from "@/lib/foundation/viewer";

/** The surveys that every society has, off until an administrator turns them on; their questions are in standing.ts. */
export const STANDING = ["meeting", "pulse", "closing"] as const;
export type Standing = (typeof STANDING)[number];

/** A standing survey, or the id of one of the society's own. */
export type SurveyId = string;

export const QUESTION_KINDS = ["scale", "choice", "yes-no", "text"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface SurveyQuestion {
  /** From 1; the answers carry it, so it never changes. */
  number: number;
  kind: QuestionKind;
  question: string;
  /** What can be chosen; an answer is the place in this list, from 1. Empty for other kinds. */
  options: string[];
}

export const MOST_QUESTIONS = 10;
export const MOST_OPTIONS = 10;
/** Limits for texts, in characters; the forms show the same. */
export const ROOM = { title: 80, question: 200, option: 80, options: 900, words: 1000 } as const;

/** From the worst to the best. */
export const SCALE = [1, 2, 3, 4, 5] as const;
/** A score up to this is low. */
export const LOW = 2;
export const YES = 1;

/** For how many days a survey can be answered, and the link in its mail works. */
export const OPEN_DAYS = 30;
/** The one reminder comes after this many days. */
export const REMIND_AFTER_DAYS = 7;
/** Nobody is asked again, whatever the survey, before so many days are over. */
export const QUIET_DAYS = 14;

/** A survey as whoever is asked sees it. */
export interface AskedSurvey {
  survey: SurveyId;
  title: string;
  questions: readonly SurveyQuestion[];
}

/** What a member has answered: choices by the question's number, and texts likewise. */
export interface Answers {
  chosen: Readonly<Record<string, number>>;
  words: Readonly<Record<string, string>>;
  wantsContact: boolean;
}

export type AnswerRefusal = "not-found" | "closed" | "counted" | "nothing-answered" | "unknown-choice" | "changed-meanwhile";

/** One of the society's own. */
export interface Survey {
  id: string;
  title: string;
  questions: SurveyQuestion[];
  /** Who is asked; null: both roles, pairs or not, everybody. */
  role: Role | null;
  pairing: "with" | "without" | null;
  programmeId: string | null;
  startsAt: Date;
  endsAt: Date;
  status: "draft" | "open" | "closed";
  version: number;
}

export function isStanding(survey: string): survey is Standing {
  return STANDING.some((one) => one === survey);
}
