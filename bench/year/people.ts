import { Random } from "@/demo/people/random";
import { habit } from "./behaviour";

export const DAYS = 365;

export type Manner = "prompt" | "slow" | "silent";

export interface SimulatedMentor {
  id: string;
  joins: number;
  topics: number[];
  capacity: number;
  manner: Manner;
  /** How much likelier than others to be chosen: some names are known to everybody. */
  weight: number;
  /** The day from which no mail of ours is read; never for most. */
  silentFrom: number;
  /** The first day of a month off. */
  pausesOn: number | null;
}

export interface SimulatedMentee {
  id: string;
  joins: number;
  topics: number[];
}

const TOPICS_AT_MOST = 4;
/** How many people a mentor takes on, and how many of ten do so. */
const CAPACITIES = [
  [1, 5],
  [2, 3],
  [3, 2],
] as const;
const WELL_KNOWN = 8;

/** The same society for the same seed, whatever the rules are. */
export function makePeople(members: number, seed: number): { mentors: SimulatedMentor[]; mentees: SimulatedMentee[] } {
  const random = new Random(seed);
  const topics = Array.from({ length: habit("topics") }, (_, id) => id + 1);
  const count = Math.round(members * habit("mentors"));
  const person = (id: string) => ({
    id,
    joins: random.chance(habit("fromTheStart")) ? 0 : random.between(1, DAYS - 1),
    topics: random.some(topics, random.between(1, TOPICS_AT_MOST)),
  });
  const mentors = Array.from({ length: count }, (_, n) => ({
    ...person(`mentor ${n}`),
    capacity: random.weighted(CAPACITIES),
    manner: mannerOf(random.next()),
    weight: random.chance(0.1) ? WELL_KNOWN : 1,
    silentFrom: random.chance(habit("fallsSilent")) ? random.between(1, DAYS) : DAYS,
    pausesOn: random.chance(habit("pauses")) ? random.between(1, DAYS) : null,
  }));
  const mentees = Array.from({ length: members - count }, (_, n) => person(`mentee ${n}`));
  return { mentors, mentees };
}

function mannerOf(drawn: number): Manner {
  if (drawn < habit("promptMentors")) return "prompt";
  return drawn < habit("promptMentors") + habit("slowMentors") ? "slow" : "silent";
}
