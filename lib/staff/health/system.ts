/** What the database knows of how the product is doing. */
export interface SystemFacts {
  database: {
    version: string;
    bytes: number;
    applied: string[];
    /** Begun and not finished. */
    failed: string[];
    /** When the first one was applied: how old this society is. */
    bornAt: Date | null;
  };
  /** Whether it can put anything on its disk. */
  canWrite: boolean;
  lastSweep: { startedAt: Date; finishedAt: Date; counts: Record<string, unknown> } | null;
  /** Whether the latest one to end did so half-way. */
  hasSweepStopped: boolean;
  backlog: Backlog[];
  mail: {
    waiting: number;
    /** The longest overdue of those that nobody has tried yet, by when it was due. */
    untriedSince: Date | null;
    /** The oldest of those that were tried and not sent, by when it was written. */
    triedSince: Date | null;
    failed: number;
  };
  findings: OpenFinding[];
}

/** What should have been done by now and was not: how many, and since when the oldest of them. */
export interface Backlog {
  of: "proposals" | "relationships" | "meetings" | "pauses";
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

/** How many findings are read at most; one more says that there are more. */
export const MOST_FINDINGS = 50;

/** How the product was started. */
export interface Setup {
  version: string;
  /** The commit that it was built from, when the platform says. */
  commit: string | null;
  signIn: "federated" | "local";
  mailTransport: "capture" | "resend";
  mailFrom: string;
  scheduler: "internal" | "external";
  hasCronSecret: boolean;
  isDemonstration: boolean;
  appUrl: string;
  /** Names of the keys for members' words, the one that seals first; never the keys. */
  wordsKeys: string[];
  /** The migrations that came with this version; null when their folder was not packed with it. */
  migrations: string[] | null;
  startedAt: Date;
}

/** Why the product is not well. */
export type Ailment =
  | "database-away"
  | "database-cannot-write"
  | "sweep-failed"
  | "sweep-late"
  | "mail-stuck"
  | "migration-missing"
  | "migration-failed";

const HOUR = 60 * 60 * 1000;
/** A sweep comes every five or fifteen minutes. */
const SWEEP_IS_LATE_AFTER = HOUR;
/** A mail is sent with the change that causes it, or by the next sweep. */
const UNTRIED_IS_STUCK_AFTER = HOUR;
/** A provider that is away for an hour or two is nothing unusual. */
const TRIED_IS_STUCK_AFTER = 4 * HOUR;

/** What is wrong, the worst first; nothing when all is well. */
export function findAilments(facts: SystemFacts | null, setup: Setup, now: Date): Ailment[] {
  if (!facts) return ["database-away"];
  const ailments: Ailment[] = [];
  if (!facts.canWrite) ailments.push("database-cannot-write");
  if (facts.database.failed.length > 0) ailments.push("migration-failed");
  if (pendingMigrations(facts, setup).length > 0) ailments.push("migration-missing");
  if (facts.hasSweepStopped || Number(facts.lastSweep?.counts.failed ?? 0) > 0) ailments.push("sweep-failed");
  if (isSweepLate(facts, setup, now)) ailments.push("sweep-late");
  if (isMailStuck(facts, now)) ailments.push("mail-stuck");
  return ailments;
}

/** Migrations that this version has and the database lacks. */
export function pendingMigrations({ database }: SystemFacts, { migrations }: Setup): string[] {
  return (migrations ?? []).filter((name) => !database.applied.includes(name));
}

function isSweepLate({ lastSweep, database }: SystemFacts, setup: Setup, now: Date): boolean {
  // A clock of our own begins to go with the process, whatever the last one did and when.
  const begun = [lastSweep?.finishedAt ?? database.bornAt, setup.scheduler === "internal" ? setup.startedAt : null];
  const latest = Math.max(...begun.map((at) => at?.getTime() ?? 0));
  return now.getTime() - latest > SWEEP_IS_LATE_AFTER;
}

function isMailStuck({ mail }: SystemFacts, now: Date): boolean {
  const isOlder = (at: Date | null, than: number) => at !== null && now.getTime() - at.getTime() > than;
  return isOlder(mail.untriedSince, UNTRIED_IS_STUCK_AFTER) || isOlder(mail.triedSince, TRIED_IS_STUCK_AFTER);
}
