import type { Circumstances } from "./proposal";

/**
 * The lowest number from 1 to `limit` that is not taken; null when as many are taken as there may be: a mentor is then full. The
 * database says the same where it lists mentors, as `placesFree` of mentor_listings.
 */
export function firstFree(taken: readonly number[], limit: number): number | null {
  if (taken.length >= limit) return null;
  for (let place = 1; place <= limit; place++) if (!taken.includes(place)) return place;
  return null;
}

/** Whether the mentee could send somebody else a proposal: nothing of their own stands in the way. */
export function mayAskAnother({ mentee, openPerMentee, mentorsPerMentee }: Circumstances): boolean {
  const hasRoom = firstFree(mentee.takenPlaces, mentorsPerMentee) !== null;
  return mentee.isActive && hasRoom && firstFree(mentee.takenSlots, openPerMentee) !== null;
}
