import type { Amount, Column } from "@/lib/staff/reports/report";
import type { Period } from "./period";

/** One number of the society's board. */
export interface Line {
  key: string;
  label: string;
  as: Column["as"];
  amount: Amount;
  /** The same of the period before; absent for what is only known of today. */
  before?: Amount;
  /** How it is counted, in one sentence. */
  meaning: string;
  /** The list of those whom it counts. */
  lead?: string | undefined;
  /** Of those whom the number before counts. */
  leadBefore?: string | undefined;
}

export interface Part {
  key: string;
  heading: string;
  lines: readonly Line[];
}

/** What mentees look for and mentors offer, by topic. */
export interface Topic {
  id: number;
  label: string;
  /** Proposals sent in the period. */
  sent: number;
  waiting: number;
  mentors: number;
  places: number;
}

export interface Board {
  period: Period;
  parts: readonly Part[];
  topics: readonly Topic[];
}

/** Whether more people wait for a topic than there are places. */
export function isShort({ waiting, places }: Topic): boolean {
  return waiting > places;
}
