import { addDays } from "@/lib/foundation/dates";
import type { Settings } from "@/lib/society/settings/settings";

/** How two partners are getting on, as far as dates can tell. */
export const RHYTHMS = ["starting", "meeting", "quiet", "silent", "paused"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export function isRhythm(text: string): text is Rhythm {
  return RHYTHMS.some((one) => one === text);
}

interface Beats {
  startedAt: Date;
  /** The latest of its start, its first conversation, and its meetings held or accepted: an invitation alone does not count. */
  lastAt: Date;
  lastMessageAt: Date | null;
  /** The end of the last pause that both agreed on, to come or past. */
  pausedUntil: Date | null;
}

type Given = Pick<Settings, "society" | "today">;

/**
 * Starting: begun a short while ago, and no meeting agreed on yet. Meeting: they have met lately, or are about to. Quiet: they have not,
 * but they still write to each other. Silent: neither. Those who have never met are given the shorter time. Paused: both have agreed
 * to a pause, and the days of their silence count from its end. Only for a relationship that is under way; the same in SQL is
 * `rhythm` in rhythm-sql.ts.
 */
export function rhythmOf({ startedAt, lastAt, lastMessageAt, pausedUntil }: Beats, settings: Given, now: Date): Rhythm {
  if (pausedUntil && pausedUntil > now) return "paused";
  const { first, later } = rhythmEdges(settings, now);
  const hasMet = lastAt > startedAt;
  const edge = hasMet ? later : first;
  if (lastAt > edge || (pausedUntil && pausedUntil > edge)) return hasMet ? "meeting" : "starting";
  return lastMessageAt && lastMessageAt > edge ? "quiet" : "silent";
}

/** Since when something must have happened: for those who have never met, and for the others. */
export function rhythmEdges({ society: { timeZone }, today }: Given, now: Date): { first: Date; later: Date } {
  return {
    first: addDays(now, -today.firstConversationAfterDays, timeZone),
    later: addDays(now, -today.quietAfterDays, timeZone),
  };
}
