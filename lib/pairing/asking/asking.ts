/** Where a mentee stands with one mentor whom they have asked. */
export interface Asked {
  mentorId: string;
  /** Of the proposal, and of the relationship that it became. */
  id: string;
  became: "partner" | "was-partner" | "waiting" | "rejected" | "expired" | "withdrawn";
  /** The programme that it belongs to; left out or null: the society's own scheme. */
  programmeId?: string | null;
}

/** Where a mentee stands, with whom they have asked so far; what is still moving comes first, then the newest. */
export interface Standing {
  asked: readonly Asked[];
  /** The mentors whom they have saved, and how many they do not want to see. */
  saved: readonly string[];
  hidden: number;
  /** What they wait to be told of: ids of mentors, and searches. */
  awaited: readonly string[];
}

/** What a mentee can do in the list of mentors now. */
export type Possible =
  | { kind: "has-mentor" }
  | { kind: "all-waiting"; waiting: number }
  | { kind: "may-ask"; waiting: number; left: number };

interface Limits {
  proposals: { openPerMentee: number };
  relationships: { mentorsPerMentee: number };
}

/** How many more mentors they may ask, under the society's limits; the same order of refusals as for sending. */
export function possibleNow({ asked }: Pick<Standing, "asked">, { proposals, relationships }: Limits): Possible {
  const count = (became: Asked["became"]) => asked.filter((one) => one.became === became).length;
  if (count("partner") >= relationships.mentorsPerMentee) return { kind: "has-mentor" };
  const waiting = count("waiting");
  const left = proposals.openPerMentee - waiting;
  return left <= 0 ? { kind: "all-waiting", waiting } : { kind: "may-ask", waiting, left };
}

/** What of it belongs to one programme: each has limits of its own. */
export function askedIn({ asked }: Pick<Standing, "asked">, programmeId: string | null): Pick<Standing, "asked"> {
  return { asked: asked.filter((one) => (one.programmeId ?? null) === programmeId) };
}

/** What is between the mentee and this mentor; null when they have never asked them. */
export function between({ asked }: Pick<Standing, "asked">, mentorId: string): Asked | null {
  return asked.find((one) => one.mentorId === mentorId) ?? null;
}

/** Whether a proposal to this mentor would not be refused for what the mentee has asked already. */
export function mayAsk(possible: Possible, asked: Asked | null): boolean {
  return possible.kind === "may-ask" && asked?.became !== "waiting" && asked?.became !== "partner";
}
