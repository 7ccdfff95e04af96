import { isMatched } from "@/lib/pairing/proposals/places";
import type { Circumstances, Proposal } from "@/lib/pairing/proposals/proposal";
import { isKeepable } from "@/lib/pairing/proposals/refusals";
import type { QueuePlace, QueueRefusal } from "./queue";

/**
 * Why a mentee may not keep a place with a proposal, or null. A mentor who is away or has left for a while may be waited for,
 * and one who has a place again: then it is their turn at the next sweep.
 */
export function refuseKeeping(proposal: Proposal, circumstances: Circumstances): QueueRefusal | null {
  if (!isKeepable(proposal)) return "not-keepable";
  if (!circumstances.mentee.isActive) return "not-yours";
  if (circumstances.areKeptApart) return "not-keepable";
  return isMatched(circumstances) ? "mentee-has-mentor" : null;
}

/** Negative when the first is asked for before the second. */
export function order(a: QueuePlace, b: QueuePlace): number {
  if (a.goesFirst !== b.goesFirst) return a.goesFirst ? -1 : 1;
  return a.joinedAt.getTime() - b.joinedAt.getTime() || (a.proposalId < b.proposalId ? -1 : 1);
}

/**
 * The free places for which somebody can be asked for now: each once, and none for which somebody else is being asked for.
 * After a place was taken more may be asked for than are free, and then nobody else is.
 */
export function placesToOffer(placesFree: number, asked: readonly number[]): number[] {
  const open = Array.from({ length: placesFree }, (_, i) => i + 1).filter((place) => !asked.includes(place));
  return open.slice(0, Math.max(0, placesFree - asked.length));
}
