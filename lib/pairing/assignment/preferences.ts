import type { FreeMentor, Problem, WaitingMentee } from "./assignment";

/**
 * The order in which a mentee would like their candidates, best first: places in the list of candidates. Mentors who fit equally well are
 * shuffled by the two ids, so that not everybody asks the same one first, and so that the order of rows decides nothing.
 */
export function wishesOf({ id, candidates }: WaitingMentee, mentors: readonly FreeMentor[]): Int32Array {
  const { scores } = candidates;
  const own = hashOf(id);
  const idOf = (wish: number) => mentors[candidates.mentors[wish] ?? -1]?.id ?? "";
  const lots = Uint32Array.from(scores, (_, wish) => mix(own ^ hashOf(idOf(wish))));
  const at = (list: Int32Array | Uint32Array, wish: number) => list[wish] ?? 0;
  return Int32Array.from(scores.keys()).sort(
    (a, b) => at(scores, b) - at(scores, a) || at(lots, a) - at(lots, b) || compare(idOf(a), idOf(b)),
  );
}

/** Somebody whom a mentor may choose. */
export interface Suitor {
  score: number;
  since: number;
  id: string;
}

/** Whether a mentor would rather have `one` than `other`: who fits better, then who has waited longer. */
export function isPreferred(one: Suitor, other: Suitor): boolean {
  if (one.score !== other.score) return one.score > other.score;
  return one.since !== other.since ? one.since < other.since : one.id < other.id;
}

/** A mentee as the mentor sees them. */
export function suitor({ mentees }: Problem, mentee: number, score: number): Suitor {
  const { since, id } = mentees[mentee] as WaitingMentee;
  return { score, since, id };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

const hashes = new Map<string, number>();
const MOST_KEPT = 50_000;

/** FNV-1a; kept, because every pair asks for it. */
function hashOf(id: string): number {
  const known = hashes.get(id);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  if (hashes.size >= MOST_KEPT) hashes.clear();
  hashes.set(id, hash);
  return hash;
}

function mix(bits: number): number {
  const first = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (first ^ (first >>> 15)) >>> 0;
}
