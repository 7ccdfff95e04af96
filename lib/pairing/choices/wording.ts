const ORDER = ["", "First", "Second", "Third", "Fourth", "Fifth"];

/** "Second choice": the mentor who is asked first is the first. */
export function sayPlaceOfChoice(place: number): string {
  return `${ORDER[place] ?? `${place}th`} choice`;
}
