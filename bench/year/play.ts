import type { SimulatedMentee, SimulatedMentor } from "./people";
import { DAYS } from "./people";
import type { Rules } from "./rules";
import { Year } from "./year";

/** What became of a year. Shares are from 0 to 1. */
export interface Figures {
  proposals: number;
  /** Of the proposals: those to which a person said yes or no. */
  replied: number;
  daysToReply: number;
  /** Of the mentees: those who had a mentor at some time. */
  withMentor: number;
  /** Of the pairs: those that met within 30 days. */
  metSoon: number;
  /** Of the mentees: those who met a mentor at some time. */
  met: number;
  /** Of the proposals: those that the most asked tenth of mentors got. */
  busiest: number;
}

const SOON = 30;

/** Plays the year of these people from one seed. */
export function playYear(
  { mentors, mentees }: { mentors: readonly SimulatedMentor[]; mentees: readonly SimulatedMentee[] },
  rules: Rules,
  seed: number,
): Figures {
  const year = new Year(mentors, mentees, rules, seed);
  for (let day = 0; day < DAYS; day++) year.live(day);
  const received = [...year.mentors.values()].map((mentor) => mentor.received).sort((a, b) => b - a);
  const proposals = sum(received);
  // Those sent in the last weeks may still be answered.
  const settled = year.rounds.filter(({ sentOn }) => sentOn < DAYS - 30);
  const waits = settled
    .flatMap(({ sentOn, repliedOn }) => (repliedOn === null ? [] : [repliedOn - sentOn]))
    .sort((a, b) => a - b);
  const pairs = year.pairs.all.filter(({ began }) => began < DAYS - SOON);
  return {
    proposals,
    replied: waits.length / Math.max(1, settled.length),
    daysToReply: waits[Math.floor(waits.length / 2)] ?? 0,
    withMentor: year.matched.size / mentees.length,
    metSoon: pairs.filter(({ began, metOn }) => metOn !== null && metOn - began <= SOON).length / Math.max(1, pairs.length),
    met: new Set(year.pairs.all.filter(({ metOn }) => metOn !== null).map(({ menteeId }) => menteeId)).size / mentees.length,
    busiest: sum(received.slice(0, Math.ceil(received.length / 10))) / Math.max(1, proposals),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
