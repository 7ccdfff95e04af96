import pino, { type Logger } from "pino";
import { env } from "@/lib/foundation/env";

let kept: Logger | undefined;

/** One JSON line per request that failed or was refused and per sweep; no personal data. */
export function log(): Logger {
  kept ??= pino({ level: env().LOG_LEVEL, base: undefined });
  return kept;
}

/**
 * One line for each refusal that a review of security looks for. `of` says at which door; the facts are reasons, ids and marks
 * (see markOf in lib/people/auth/local/limits.ts), never names, addresses or words.
 */
export function logRefusal(
  of:
    | "sign-in"
    | "password"
    | "limit"
    | "ticket"
    | "origin"
    | "staff"
    | "not-theirs"
    | "scheduler"
    | "infected"
    | "form"
    | "api",
  facts: Record<string, string> = {},
): void {
  log().warn({ refused: of, ...facts }, "refused");
}

/** The whole of a defect for the log: message and stack, and those of its causes. */
export function describeDefect(error: unknown): string {
  // The names alone: the values may be somebody's.
  if (typeof error === "object" && error && !(error instanceof Error)) return `an object with ${Object.keys(error).join(", ")}`;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${describeDefect(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
