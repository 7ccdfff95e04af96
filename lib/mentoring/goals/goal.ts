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
  /** 2027-01-31, without a time zone. */
  targetOn: string | null;
  createdAt: Date;
  changedAt: Date;
  /** When it was achieved or dropped. */
  closedAt: Date | null;
  version: number;
  /** The step that its words come from; guards changes to them. */
  textId: string;
  words: GoalWords;
  /** The words cannot be decrypted; a sentence stands in their place. */
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
export type GoalRefusal =
  | "not-found"
  | "ended"
  | "empty"
  | "too-many"
  | "busy"
  | "closed"
  | "changed-meanwhile"
  | "not-offered";

const MOVES: Record<GoalCommand, { status: GoalStatus; fact: GoalClosing["fact"] }> = {
  achieve: { status: "achieved", fact: "achieved" },
  drop: { status: "dropped", fact: "dropped" },
  reopen: { status: "open", fact: "reopened" },
};

/**
 * The status that a command leads to, and the name of the step. A closed goal must be reopened before it can be closed in
 * another way; if it already has that status, nothing changes (`isSo`).
 */
export function move(status: GoalStatus, command: GoalCommand) {
  const next = MOVES[command];
  if (status !== "open" && next.status !== "open" && next.status !== status) return refuse("closed");
  return { ok: true as const, isSo: next.status === status, ...next };
}

/** The commands that are possible now, for the buttons of its page. */
export function allowedCommands(status: GoalStatus, isOpen: boolean): GoalCommand[] {
  if (!isOpen) return [];
  return (["achieve", "drop", "reopen"] as const).filter((command) => {
    const next = move(status, command);
    return next.ok && !next.isSo;
  });
}

/** Whether its day has passed; `today` is 2027-01-31. On the day itself it has not. */
export function isOverdue({ status, targetOn }: Pick<Goal, "status" | "targetOn">, today: string): boolean {
  return status === "open" && targetOn !== null && targetOn < today;
}
