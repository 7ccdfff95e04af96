/** Whether what is compared has to be the same, or must not be. */
export const RULE_KINDS = ["must", "never"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** What a profile, an account or the register says of a member and a rule can compare. `member`: their number, or their address. */
export const SIMPLE_FACTS = ["sector", "region", "language", "time-zone", "member"] as const;
export type SimpleFact = (typeof SIMPLE_FACTS)[number];
/** The answer to one of the society's own questions, or what a further column of the register says. */
export type Fact = SimpleFact | `question:${string}` | `register:${string}`;

/** What must or must never be so between a mentee and a mentor. */
export interface Rule {
  id: string;
  /** Where it holds; null: everywhere. */
  programmeId: string | null;
  kind: RuleKind;
  menteeFact: Fact;
  mentorFact: Fact;
  /** How many hours apart their time zones may be, at any time of the year; null unless time zones are compared. */
  hours: number | null;
  /** Whether it also keeps the two apart where a fact is not known. */
  mustBeKnown: boolean;
}

/** A rule that holds, as it is asked of the database: with the time zone of whoever has chosen none. */
export interface HeldRule extends Rule {
  zone: string;
}

/** A rule in the list of staff. */
export interface KeptRule extends Rule {
  /** The name of its programme; null: everywhere. */
  programme: string | null;
  retiredAt: Date | null;
  /** Whether a question that it compares is not asked any more: then it does nothing. */
  isIdle: boolean;
  /** Those for whom it would hold, and of how many of them its fact is known. */
  mentees: Known;
  mentors: Known;
}

/** What the questions that rules compare ask, by their ids. */
export type Names = ReadonlyMap<string, string>;

export interface Known {
  all: number;
  known: number;
}

/** Rules that hold at once in one programme, and besides everywhere: a pair is compared by each of them. */
export const MOST_RULES = 20;
export const MOST_HOURS = 12;

export type RuleRefusal =
  | "not-staff"
  | "not-found"
  | "already-there"
  | "too-many"
  | "too-many-here"
  | "unlike"
  | "no-such-fact"
  | "hours-missing"
  | "never-hours"
  | "still-held";

const [QUESTION, REGISTER] = ["question:", "register:"];

/** The question whose answer the fact is. */
export function questionOf(fact: Fact): string | null {
  return fact.startsWith(QUESTION) ? fact.slice(QUESTION.length) : null;
}

/** The heading of the register's column that the fact is from. */
export function headingOf(fact: Fact): string | null {
  return fact.startsWith(REGISTER) ? fact.slice(REGISTER.length) : null;
}

export const factOfQuestion = (id: string): Fact => `question:${id}`;
export const factOfHeading = (heading: string): Fact => `register:${heading}`;

/** Entries of one list are compared with each other alone, and time zones too; anything else is compared as text. */
export function areAlike(one: Fact, other: Fact): boolean {
  const isText = (fact: Fact) => fact === "member" || questionOf(fact) !== null || headingOf(fact) !== null;
  return isText(one) ? isText(other) && !(one === "member" && other === "member") : one === other;
}
