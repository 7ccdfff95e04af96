import type { Overdue } from "@/lib/foundation/deadlines/sweep-step";

/** The state of the product, from the database. */
export interface SystemFacts {
  database: {
    version: string;
    bytes: number;
    applied: string[];
    /** Begun and not finished. */
    failed: string[];
    /** When the first migration was applied, which is how old this installation is. */
    bornAt: Date | null;
  };
  /** Whether it can write to its disk. */
  canWrite: boolean;
  lastSweep: { startedAt: Date; finishedAt: Date; counts: Record<string, unknown> } | null;
  /** Whether the last run stopped half-way. */
  hasSweepStopped: boolean;
  backlog: Backlog[];
  mail: {
    waiting: number;
    /** When the longest overdue e-mail that has not been tried yet was due. */
    untriedSince: Date | null;
    /** When the oldest e-mail that was tried but not sent was written. */
    triedSince: Date | null;
    failed: number;
  };
  findings: OpenFinding[];
}

/** Overdue rows of one step of the sweep: how many, counted up to one more than MOST_COUNTED, and since when the oldest has been due, where that is known. */
export interface Backlog {
  of: string;
  words: Overdue["words"];
  overdue: number;
  since: Date | null;
}

export interface OpenFinding {
  key: string;
  kind: string;
  subjectId: string | null;
  detail: string;
  foundAt: Date;
}

/** The most findings that are read; one more tells us that there are more. */
export const MOST_FINDINGS = 50;

/** How the product was started. */
export interface Setup {
  version: string;
  /** The commit that it was built from, if the platform provides it. */
  commit: string | null;
  signIn: "federated" | "local";
  mailTransport: "capture" | "resend" | "smtp";
  mailFrom: string;
  scheduler: "internal" | "external";
  hasCronSecret: boolean;
  isDemonstration: boolean;
  appUrl: string;
  /** Names of the encryption keys, the current one first; never the keys themselves. */
  wordsKeys: string[];
  /** The migrations in this version; null if their folder was not packed with it. */
  migrations: string[] | null;
  startedAt: Date;
}

/** Why the product is not well. */
export type Fault =
  | "database-away"
  | "database-cannot-write"
  | "sweep-failed"
  | "sweep-late"
  | "mail-stuck"
  | "migration-missing"
  | "migration-failed";

const HOUR = 60 * 60 * 1000;
/** A sweep runs every five or fifteen minutes. */
const SWEEP_IS_LATE_AFTER = HOUR;
/** An e-mail is sent right after the change that causes it, or by the next sweep. */
const UNTRIED_IS_STUCK_AFTER = HOUR;
/** It is not unusual for a provider to be down for an hour or two. */
const TRIED_IS_STUCK_AFTER = 4 * HOUR;

/** What is wrong, the worst first; nothing when all is well. */
export function findFaults(facts: SystemFacts | null, setup: Setup, now: Date): Fault[] {
  if (!facts) return ["database-away"];
  const faults: Fault[] = [];
  if (!facts.canWrite) faults.push("database-cannot-write");
  if (facts.database.failed.length > 0) faults.push("migration-failed");
  if (pendingMigrations(facts, setup).length > 0) faults.push("migration-missing");
  if (facts.hasSweepStopped || Number(facts.lastSweep?.counts.failed ?? 0) > 0) faults.push("sweep-failed");
  if (isSweepLate(facts, setup, now)) faults.push("sweep-late");
  if (isMailStuck(facts, now)) faults.push("mail-stuck");
  return faults;
}

/** Migrations that this version has and the database lacks. */
export function pendingMigrations({ database }: SystemFacts, { migrations }: Setup): string[] {
  return (migrations ?? []).filter((name) => !database.applied.includes(name));
}

function isSweepLate({ lastSweep, database }: SystemFacts, setup: Setup, now: Date): boolean {
  // The internal scheduler starts with the process, so a run from before that says nothing about it.
  const begun = [lastSweep?.finishedAt ?? database.bornAt, setup.scheduler === "internal" ? setup.startedAt : null];
  const latest = Math.max(...begun.map((at) => at?.getTime() ?? 0));
  return now.getTime() - latest > SWEEP_IS_LATE_AFTER;
}

function isMailStuck({ mail }: SystemFacts, now: Date): boolean {
  const isOlder = (at: Date | null, than: number) => at !== null && now.getTime() - at.getTime() > than;
  return isOlder(mail.untriedSince, UNTRIED_IS_STUCK_AFTER) || isOlder(mail.triedSince, TRIED_IS_STUCK_AFTER);
}
