/** What the year remembers of two people after an acceptance; days count from the first of the year. */
export interface Pair {
  id: string;
  menteeId: string;
  mentorId: string;
  began: number;
  metOn: number | null;
  isOver: boolean;
}

/** One round of a proposal. */
export interface Round {
  sentOn: number;
  repliedOn: number | null;
}

/** A mentee in the course of a year. */
export interface Mentee {
  readonly id: string;
  readonly topics: number[];
  readonly asked: Set<string>;
  /** The slot of each open proposal. */
  readonly slots: Map<string, number>;
  readonly places: Map<string, number>;
  /** An earlier mentor was silent, or never met them. */
  hasWaitedInVain: boolean;
  hasProfile: boolean;
  hasAsked: boolean;
}

export function newMentee(id: string, topics: number[]): Mentee {
  const nobody = { asked: new Set<string>(), slots: new Map<string, number>(), places: new Map<string, number>() };
  return { id, topics, ...nobody, hasWaitedInVain: false, hasProfile: false, hasAsked: false };
}

export function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("Nobody of the society");
  return value;
}
