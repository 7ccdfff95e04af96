import type { Score } from "@/lib/pairing/matching/score";

/** The order that the ranks in SQL have to agree with: negative when the first mentor fits better, nought for equals. */
export function compareScores(a: Score, b: Score): number {
  return b.covers - a.covers || b.points - a.points;
}
