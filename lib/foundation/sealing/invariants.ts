import { env } from "@/lib/foundation/env";
import { findWords, referenceOf } from "./find-words";
import { SEALED } from "./places";
import { walk } from "./walk";

/** Has the shape of a finding of lib/foundation/deadlines, which may not be imported from here. */
interface Unreadable {
  kind: "unreadable-words";
  subjectId: null;
  occasion: string;
  detail: string;
}

/** If a key is lost, a whole table is affected. So we name this many texts for each column and only count the others. */
const MOST_NAMED = 20;

/** Every text that cannot be decrypted, with the reference that members see. */
export async function* checkWords(): AsyncGenerator<Unreadable> {
  for (const [column, keyColumns] of Object.entries(SEALED)) {
    let others = 0;
    let named = 0;
    for await (const rows of walk(column, keyColumns)) {
      for (const { key, sealed } of rows) {
        const found = findWords(env().wordsKeys, column, key, sealed);
        if (found.words !== null) continue;
        if (named === MOST_NAMED) {
          others += 1;
          continue;
        }
        named += 1;
        const reference = referenceOf(column, key);
        yield finding(reference, `${reference}: ${column} of ${key.join(", ")} cannot be opened. ${found.why}`);
      }
    }
    if (others > 0) yield finding(column, `${others} more of ${column} cannot be opened.`);
  }
}

function finding(occasion: string, detail: string): Unreadable {
  return { kind: "unreadable-words", subjectId: null, occasion, detail };
}
