import type { Environment } from "@/lib/foundation/env";
import type { SealCheck } from "@/lib/foundation/sealing/check";
import type { Settings } from "@/lib/society/settings/settings";
import type { Setup, SystemFacts } from "@/lib/staff/health/system";

/** One piece of advice: what is wrong, and what to do about it. */
export interface Advice {
  /** wrong: it does not work or is unsafe. warning: it should be changed. note: good to know. */
  level: "wrong" | "warning" | "note";
  what: string;
  remedy: string;
}

/** The answer of another system, or a sentence why there is none. */
export type Asked<Answer> = { answer: Answer } | { failure: string };

/** Facts about a database that answered. */
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

/** Facts from the product's own tables, once all migrations have been applied. */
export interface SocietyFacts {
  system: SystemFacts;
  setup: Setup;
  now: Date;
  admins: number;
  /** Null when what is stored cannot be read. */
  settings: Settings | null;
  seals: Asked<SealCheck[]>;
}

/** The discovery document of the society's sign-in. Anything may be missing or of the wrong type. */
export interface Discovery {
  [name: string]: unknown;
}

export interface Resend {
  status: number;
  /** Resend's name of what went wrong. */
  problem: string | null;
  domains: { name: string; status: string }[];
}

/** What a mail server said when it was asked for nothing but a connection. */
export type SmtpAnswer =
  | { isWell: true }
  | { isWell: false; at: "address" | "connection" | "tls" | "login" | "greeting"; says: string };

/** All facts. Null if something could not be checked because something else is missing. */
export interface Facts {
  environment: Environment | { problems: string[] };
  node: string;
  /** 2026-11-28. */
  today: string;
  build: "current" | "other" | "none";
  database: Asked<DatabaseFacts> | null;
  /** Names of migrations: those in this version, and those applied to the database. */
  migrations: { here: string[]; applied: string[]; failed: string[] } | null;
  society: Asked<SocietyFacts> | null;
  discovery: Asked<Discovery> | null;
  /** How the society's token endpoint answers our client id and secret, with a code that nobody issued. */
  secret: Asked<{ status: number; error?: string | undefined }> | null;
  resend: Asked<Resend> | null;
  /** Whether the server in SMTP_URL greets us, offers TLS and accepts the login. */
  smtp: Asked<SmtpAnswer> | null;
  /** With --online: how the product answers at APP_URL. */
  online: Asked<{ status: number; hasTransportSecurity: boolean }> | null;
}

export function isEnvironment(environment: Facts["environment"]): environment is Environment {
  return !("problems" in environment);
}
