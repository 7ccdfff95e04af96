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
  /** Whether mentors are found by it. */
  isFilter: boolean;
  options: ListEntry[];
}

/** What a society asks on the profile of a role, or of those who join a programme in it. */
export interface ProfileQuestion extends Wording {
  id: string;
  role: Role;
  /** Asked of those who join this programme; null: on the profile. */
  programmeId: string | null;
  /** Names its field on the form, so that nothing typed ever moves to the box of another question. */
  number: number;
  position: number;
  kind: Kind;
  readers: Readers;
  /** The heading of the column of the register that says it; null: it does not. */
  filledFrom: string | null;
  /** The claim of the society's sign-in that says it, by its name or path; null: none does. */
  claim: string | null;
  retiredAt: Date | null;
  version: number;
}

/** A question as staff see it. */
export interface KeptQuestion extends ProfileQuestion {
  isAnswered: boolean;
  /** How many members' last sign-in brought a claim that is no answer to it. */
  unfit: number;
}

/** A question that a claim of the society's sign-in answers. */
export type ClaimQuestion = Pick<ProfileQuestion, "id" | "kind" | "readers" | "options"> & { claim: string };

/** A question for a member, with the answer that they gave before. */
export interface AskedQuestion extends ProfileQuestion {
  answer: string | null;
  /** The sentence in place of an answer that is sealed and cannot be read. */
  unreadable: string | null;
  /** Whether a rule of matching compares it. */
  isCompared?: boolean;
}

/** A question on profiles whose answers staff may read. */
export type ReadQuestion = Pick<ProfileQuestion, "id" | "role" | "question" | "kind" | "options" | "filledFrom">;

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

export const ROOM = { question: 200, help: 500, options: 2000, option: 80, text: 2000, heading: 200, claim: 200 } as const;

export type QuestionRefusal =
  | "not-staff"
  | "not-found"
  | "already-there"
  | "changed-meanwhile"
  | "too-many-asked"
  | "no-number-left"
  | "in-use"
  | "busy"
  | "filled-otherwise"
  | "no-filter"
  | "no-such-column"
  | "filled-twice"
  | "claim-required"
  | "no-claims"
  | "claim-of-protocol"
  | OptionsRefusal;

export type OptionsRefusal = "too-few-options" | "too-many-options" | "too-many-ever" | "option-twice" | "option-too-long";

/** Whether the society answers it for its members: the register, or a claim of the sign-in. */
export function isFilled({ filledFrom, claim }: Pick<ProfileQuestion, "filledFrom" | "claim">): boolean {
  return filledFrom !== null || claim !== null;
}

/** The name of the question’s field on its form. Where a page has a form for each role, `form` tells them apart. */
export function fieldOf(number: number, form?: Role): string {
  return form ? `${form}-answer-${number}` : `answer-${number}`;
}

/** By what is chosen, and what everybody reads on the profile, mentors can be found. */
export function mayFilter({
  kind,
  readers,
  role,
  programmeId,
}: Pick<ProfileQuestion, "kind" | "readers" | "role" | "programmeId">) {
  return role === "mentor" && readers === "everybody" && programmeId === null && (hasOptions(kind) || kind === "yes-no");
}

/** A question by which the list of mentors can be narrowed. */
export type FilterQuestion = Pick<ProfileQuestion, "number" | "question" | "kind" | "options">;

export function hasOptions(kind: Kind): boolean {
  return kind === "choice" || kind === "choices";
}
