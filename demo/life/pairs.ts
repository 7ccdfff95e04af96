import { addDays } from "@/lib/foundation/dates";
import { Random } from "../people/random";
import type { History, Relationship } from "../story/replay";
import { personWith } from "./person";

/** Two of the society, with the first conversation that they noted. */
export interface Pair extends Relationship {
  firstConversationAt: Date | null;
}

/** How two go on: still meeting, no longer meeting but writing, or neither. */
export type Course = "meeting" | "quiet" | "silent";

/** The last day on which two met who no longer do, so many days ago: longer than the society thinks usual. */
const STOPPED_DAYS_AGO = 70;

export function courseOf(pair: Pair, now: Date): Course {
  const hasFixedNumber = [pair.menteeId, pair.mentorId].some((id) => Number(personWith(id).number) <= 100_008);
  if (pair.endedAt || hasFixedNumber) return "meeting";
  const isOld = pair.startedAt < addDays(now, -STOPPED_DAYS_AGO - 30, "UTC");
  if (!isOld || !pair.firstConversationAt) return "meeting";
  return new Random(Number.parseInt(pair.id.slice(0, 8), 16)).weighted([
    ["meeting", 80],
    ["quiet", 11],
    ["silent", 9],
  ] as const);
}

/** Until when the two met: their end, the day on which they stopped, or now. */
export function metUntil(pair: Pair, now: Date): Date {
  if (pair.endedAt) return pair.endedAt;
  return courseOf(pair, now) === "meeting" ? now : addDays(now, -STOPPED_DAYS_AGO, "UTC");
}

/** Those who have met: in the order of their beginning, so that every start tells the same. */
export function pairsOf({ relationships }: History, talked: ReadonlyMap<string, Date | null>): Pair[] {
  return [...relationships.values()]
    .map((one) => ({ ...one, firstConversationAt: talked.get(one.id) ?? null }))
    .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || a.id.localeCompare(b.id));
}
