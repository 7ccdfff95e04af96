export const STATUSES = ["gathering", "scoring", "assigning", "drafted", "cancelled", "failed", "ended"] as const;
export type Status = (typeof STATUSES)[number];

/** What is done by itself, one after the other. */
export const WORKING = ["gathering", "scoring", "assigning"] as const satisfies readonly Status[];

/** Staff match those who wait in a programme. */
export interface Run {
  id: string;
  programmeId: string;
  startedById: string;
  startedAt: Date;
  status: Status;
  /** How many mentees waited, how many of them have been compared, and how many are settled. */
  mentees: number;
  scored: number;
  settled: number;
  /** How many places were free. */
  places: number;
  endedAt: Date | null;
  version: number;
}

export const MATCH_STATES = ["draft", "publishing", "published", "accepted", "over", "refused", "dropped"] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/** What the page of a run shows, one at a time. */
export const VIEWS = ["draft", "locked", "hand", "left", "published", "refused", "dropped"] as const;
export type View = (typeof VIEWS)[number];

/** In these, a match takes its mentee and one place of its mentor. */
export const LIVE = ["draft", "publishing", "published", "accepted"] as const satisfies readonly MatchState[];

/** How a match came about: with the whole programme, by hand, or after a no. */
export type Origin = "whole" | "hand" | "next";

export const RUN_COMMANDS = ["rerun", "cancel", "end"] as const;
export type RunCommand = (typeof RUN_COMMANDS)[number];

export const DRAFT_COMMANDS = ["lock", "unlock", "drop"] as const;
export type DraftCommand = (typeof DRAFT_COMMANDS)[number];

export type MatchingRefusal =
  | "not-staff"
  | "not-found"
  | "not-under-way"
  | "already-there"
  | "not-now"
  | "changed-meanwhile"
  | "all-locked"
  | "has-match"
  | "own"
  | "nothing-ticked"
  | "nothing-to-publish";

/** What can be done with a run as it stands. A run whose matches are being published is let finish first. */
export function allowedCommands({ status }: Pick<Run, "status">): readonly RunCommand[] {
  if (status === "drafted") return ["rerun", "end"];
  return isWorking(status) ? ["cancel"] : [];
}

export function isWorking(status: Status): boolean {
  return WORKING.some((one) => one === status);
}

/** A score as the tables keep it: the topics that a mentor covers, then the points, then how calm it is around them. */
export function readScore(score: number): { covers: number; points: number } {
  return { covers: score >> (POINTS_BITS + CALM_BITS), points: (score >> CALM_BITS) & ((1 << POINTS_BITS) - 1) };
}

export const POINTS_BITS = 7;
export const CALM_BITS = 4;
