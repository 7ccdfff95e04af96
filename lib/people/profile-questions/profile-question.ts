import type { Role } from "@/lib/foundation/viewer";
import type { ListEntry } from "@/lib/society/settings/settings";

export const KINDS = ["text", "choice", "choices", "yes-no", "number", "date"] as const;
export type Kind = (typeof KINDS)[number];

/** Who reads the answers: staff alone, partners alone, or everybody who sees the profile, staff among them. */
export const READERS = ["staff", "partners", "everybody"] as const;
export type Readers = (typeof READERS)[number];

/** What staff can change about a question later. */
export interface Wording {
  question: string;
  help: string;
  isRequired: boolean;
  options: ListEntry[];
}

/** What a society asks on the profile of a role. */
export interface ProfileQuestion extends Wording {
  id: string;
  role: Role;
  /** Names its field on the form, so that nothing typed ever moves to the box of another question. */
  number: number;
  position: number;
  kind: Kind;
  readers: Readers;
  retiredAt: Date | null;
  version: number;
}

/** A question as staff see it. */
export interface KeptQuestion extends ProfileQuestion {
  isAnswered: boolean;
}

/** A question for a member, with the answer that they gave before. */
export interface AskedQuestion extends ProfileQuestion {
  answer: string | null;
  /** The sentence in place of an answer that is sealed and cannot be read. */
  unreadable: string | null;
}

/** An answer for somebody who may read it. */
export interface ShownAnswer {
  question: string;
  readers: Readers;
  words: string;
}

/** Field numbers of a role, retired questions included: the forms of the profiles have as many fields. */
export const MOST_NUMBERS = 40;
/** Questions that a role is asked at once. */
export const MOST_ASKED = 12;
/** Choices that one question offers, and those that it ever had. */
export const MOST_OFFERED = 12;
export const MOST_OPTIONS = 60;

export const ROOM = { question: 200, help: 500, options: 2000, option: 80, text: 2000 } as const;

export type QuestionRefusal =
  | "not-staff"
  | "not-found"
  | "already-there"
  | "changed-meanwhile"
  | "too-many-asked"
  | "no-number-left"
  | "in-use"
  | "busy"
  | OptionsRefusal;

export type OptionsRefusal = "too-few-options" | "too-many-options" | "too-many-ever" | "option-twice" | "option-too-long";

/** The name of the question’s field on the form of the profile. */
export function fieldOf(number: number): string {
  return `answer-${number}`;
}

export function hasOptions(kind: Kind): boolean {
  return kind === "choice" || kind === "choices";
}
