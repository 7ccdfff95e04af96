import { env } from "@/lib/foundation/env";
import { findWords, referenceOf } from "./open";
import { SEALED } from "./places";
import { walk } from "./walk";

/** For the nightly check: a finding of lib/foundation/deadlines, which stands above. */
interface Unreadable {
  kind: "unreadable-words";
  subjectId: null;
  occasion: string;
  detail: string;
}

/** With a lost key it is a whole table: so many are named for each column, and the others are counted. */
const MOST_NAMED = 20;

/** Everything that is sealed and cannot be opened, by the reference that members are told. */
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
