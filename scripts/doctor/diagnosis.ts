import type { Environment } from "@/lib/foundation/env";
import type { SealCheck } from "@/lib/foundation/sealing/check";
import type { Settings } from "@/lib/society/settings/settings";
import type { Setup, SystemFacts } from "@/lib/staff/health/system";

/** One thing that the doctor has to say: what is so, and what to do about it. */
export interface Advice {
  /** wrong: it does not work, or is unsafe. warning: it should be otherwise. note: good to know. */
  level: "wrong" | "warning" | "note";
  what: string;
  remedy: string;
}

/** Something that was asked from elsewhere: what it said, or in words why it said nothing. */
export type Asked<Answer> = { answer: Answer } | { failure: string };

/** What was found out about a database that answered. */
export interface DatabaseFacts {
  /** 150004 for 15.4. */
  version: number;
  encoding: string;
  isSuperuser: boolean;
  /** Null before the first migration. */
  mayChangeAudit: boolean | null;
  isElsewhere: boolean;
  isEncrypted: boolean;
  isVerified: boolean;
  pooling: "none" | "transaction" | "statement";
  /** How far its clock is ahead of the machine's. */
  aheadMilliseconds: number;
}

/** What was found out with the product's own tables, once all migrations are there. */
export interface SocietyFacts {
  system: SystemFacts;
  setup: Setup;
  now: Date;
  admins: number;
  /** Null when what is stored cannot be read. */
  settings: Settings | null;
  seals: Asked<SealCheck[]>;
}

/** What the society's sign-in says of itself; everything may be missing or of another kind. */
export interface Discovery {
  [name: string]: unknown;
}

export interface Resend {
  status: number;
  /** Resend's name of what went wrong. */
  problem: string | null;
  domains: { name: string; status: string }[];
}

/** All that is known; what could not be asked for want of something else is null. */
export interface Facts {
  environment: Environment | { problems: string[] };
  node: string;
  /** 2026-11-28. */
  today: string;
  build: "current" | "other" | "none";
  database: Asked<DatabaseFacts> | null;
  /** Names of migrations: what came with this version and what the database has had. */
  migrations: { here: string[]; applied: string[]; failed: string[] } | null;
  society: Asked<SocietyFacts> | null;
  discovery: Asked<Discovery> | null;
  resend: Asked<Resend> | null;
  /** With --online: how the product answers at APP_URL. */
  online: Asked<{ status: number; hasTransportSecurity: boolean }> | null;
}

export function isEnvironment(environment: Facts["environment"]): environment is Environment {
  return !("problems" in environment);
}
