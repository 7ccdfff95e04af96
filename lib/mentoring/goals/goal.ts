import type { Texts } from "@/lib/foundation/amending";
import { refuse } from "@/lib/foundation/result";

export const PROGRESS = ["not-started", "under-way", "nearly-there"] as const;
export type Progress = (typeof PROGRESS)[number];
export type GoalStatus = "open" | "achieved" | "dropped";

/** "what", "why", "measure", and "target": a day as 2027-01-31, or nothing. */
export type GoalWords = Texts;

export interface Goal {
  id: string;
  status: GoalStatus;
  progress: Progress;
  /** 2027-01-31; a day has no zone. */
  targetOn: string | null;
  createdAt: Date;
  changedAt: Date;
  /** When it was achieved or dropped. */
  closedAt: Date | null;
  version: number;
  /** The step that its words are from; the guard of a change of them. */
  textId: string;
  words: GoalWords;
  /** The words are there and cannot be opened; a sentence stands in their place. */
  isUnreadable: boolean;
}

/** What has happened to a goal. */
export interface Step {
  id: string;
  fact: "added" | "edited" | "noted" | GoalClosing["fact"];
  progress: Progress | null;
  /** A note; null where there is none, and where the goal itself was written. */
  note: string | null;
  authorId: string;
  authorName: string;
  at: Date;
}

interface GoalClosing {
  fact: "achieved" | "dropped" | "reopened";
}

/** How many goals two people may keep. */
export const MOST_GOALS = 200;

export type GoalCommand = "achieve" | "drop" | "reopen";
export type GoalRefusal = "not-found" | "ended" | "empty" | "too-many" | "busy" | "closed" | "changed-meanwhile";

const MOVES: Record<GoalCommand, { status: GoalStatus; fact: GoalClosing["fact"] }> = {
  achieve: { status: "achieved", fact: "achieved" },
  drop: { status: "dropped", fact: "dropped" },
  reopen: { status: "open", fact: "reopened" },
};

/**
 * What a goal of this status becomes by a command, and the name of the step. A goal that is closed is opened again before
 * it is closed otherwise; one that is so already stays so (`isSo`).
 */
export function move(status: GoalStatus, command: GoalCommand) {
  const next = MOVES[command];
  if (status !== "open" && next.status !== "open" && next.status !== status) return refuse("closed");
  return { ok: true as const, isSo: next.status === status, ...next };
}

/** What can be done with a goal now: the buttons of its page. */
export function allowedCommands(status: GoalStatus, isOpen: boolean): GoalCommand[] {
  if (!isOpen) return [];
  return (["achieve", "drop", "reopen"] as const).filter((command) => {
    const next = move(status, command);
    return next.ok && !next.isSo;
  });
}

/** Whether its day has passed; `today` is 2027-01-31. On the day itself there is still time. */
export function isOverdue({ status, targetOn }: Pick<Goal, "status" | "targetOn">, today: string): boolean {
  return status === "open" && targetOn !== null && targetOn < today;
}
