import pino, { type Logger } from "pino";
import { env } from "@/lib/env";

let kept: Logger | undefined;

/** One JSON line per request that failed and per sweep; no personal data. */
export function log(): Logger {
  kept ??= pino({ level: env().LOG_LEVEL, base: undefined });
  return kept;
}

/** The whole of a defect for the log: message and stack, and those of its causes. */
export function describeDefect(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${describeDefect(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
