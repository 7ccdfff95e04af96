import { z } from "zod";
import { cleanLine, cleanTyped } from "./typed-text";

/** The messages for an empty box and for a text that is too long. */
interface Sentences {
  missing?: string;
  tooLong?: string;
}

/** Cleans a text and checks that it has at most `room` characters. */
export function textBox(room: number, sentences: Sentences = {}) {
  return box(room, sentences, cleanTyped);
}

/** The same for a text in one line. */
export function lineBox(room: number, sentences: Sentences = {}) {
  return box(room, sentences, cleanLine);
}

/** Check the raw length first, so that a huge text is refused before we spend time cleaning it. */
function box(room: number, { missing, tooLong }: Sentences, clean: (typed: string) => string) {
  const sentence = tooLong ?? `Keep this to ${room.toLocaleString("en-GB")} characters.`;
  return z.string(missing).max(longestSent(room), { error: sentence, abort: true }).overwrite(clean).max(room, sentence);
}

/** Browsers count a line end as one character but send two, and outer white space is removed. */
function longestSent(room: number): number {
  return 2 * room + 1000;
}
