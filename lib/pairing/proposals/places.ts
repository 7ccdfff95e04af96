import type { Circumstances } from "./proposal";

/** Whether the mentee has as many mentors in the programme as they may. */
export function isMatched({ mentee, mentorsPerMentee, within }: Circumstances): boolean {
  return (within?.mentors ?? mentee.takenPlaces.length) >= mentorsPerMentee;
}

/** Whether the mentee has as many proposals open as they may. */
export function hasAllOpen({ mentee, openPerMentee, within }: Circumstances): boolean {
  return (within?.open ?? mentee.takenSlots.length) >= openPerMentee;
}

/**
 * Whether the mentor has no place free: in all, or of those that they offer in the programme. The database says the same where it
 * lists mentors, as `placesFree` of mentor_listings.
 */
export function isFull({ mentor, within }: Circumstances): boolean {
  const isFullHere = within !== undefined && within.places !== null && within.mentees >= within.places;
  return mentor.takenPlaces.length >= mentor.capacity || isFullHere;
}

/** Whether the mentee could send somebody else a proposal: nothing of their own stands in the way. */
export function mayAskAnother(circumstances: Circumstances): boolean {
  return circumstances.mentee.isActive && !isMatched(circumstances) && !hasAllOpen(circumstances);
}

/**
 * The lowest number from 1 on that is not taken. Two decisions at once take the same one, and its unique index lets one of them pass: the
 * other decides again, and finds the limit reached where there is one.
 */
export function firstFree(taken: readonly number[]): number {
  let place = 1;
  while (taken.includes(place)) place++;
  return place;
}
