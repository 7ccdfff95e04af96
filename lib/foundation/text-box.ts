import { z } from "zod";
import { cleanLine, cleanTyped } from "./typed-text";

/** What is said when nothing was sent of a box, and when it holds too much. */
interface Sentences {
  missing?: string;
  tooLong?: string;
}

/** What a text box accepts, as it is kept: at most `room` characters. */
export function textBox(room: number, sentences: Sentences = {}) {
  return box(room, sentences, cleanTyped);
}

/** The same for a text in one line. */
export function lineBox(room: number, sentences: Sentences = {}) {
  return box(room, sentences, cleanLine);
}

/** The length of what was sent is looked at before anything is done with it, and then nothing is. */
function box(room: number, { missing, tooLong }: Sentences, clean: (typed: string) => string) {
  const sentence = tooLong ?? `Keep this to ${room.toLocaleString("en-GB")} characters.`;
  return z.string(missing).max(longestSent(room), { error: sentence, abort: true }).overwrite(clean).max(room, sentence);
}

/** Browsers count a line end as one character and send two, and what stands around a text is not kept. */
function longestSent(room: number): number {
  return 2 * room + 1000;
}
