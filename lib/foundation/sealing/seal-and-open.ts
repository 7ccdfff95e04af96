import { env } from "@/lib/foundation/env";
import { log } from "@/lib/foundation/log";
import { sayUnreadable } from "@/lib/foundation/wording";
import { encrypt } from "./cipher";
import { findWords, referenceOf } from "./find-words";
import { type Key, placeOf } from "./places";

/** The name of a sealed column's row: its id, or all the columns of its key in the order of places.ts. */
type Row = string | Key;

/** The decrypted text, or a sentence with a reference to quote if it cannot be decrypted. */
export type Opened<Words> = { isReadable: true; words: Words } | { isReadable: false; instead: string };

/** Encrypts a text for the database. `column` is "table.column", `row` names the row; both are needed to read them again. */
export function seal(column: string, row: Row, words: string): string {
  return encrypt(env().wordsKeys, placeOf(column, keyOf(row)), words);
}

/**
 * Decrypts a column and parses it with `read`. Never throws: a text that was tampered with, moved to another row or encrypted
 * with a missing key must not break the page. Each is logged once per process, and the nightly check reports them all.
 */
export function tryOpen<Words>(column: string, row: Row, sealed: string, read: (words: string) => Words): Opened<Words> {
  const key = keyOf(row);
  const found = findWords(env().wordsKeys, column, key, sealed);
  if (found.words === null) return unreadable(column, key, found.why);
  try {
    return { isReadable: true, words: read(found.words) };
  } catch (error) {
    return unreadable(column, key, `It was opened, and is not what it should be: ${String(error)}`);
  }
}

/** For several boxes that are stored as one JSON object. Throws for anything else. */
export function readBoxes<Boxes extends object>(words: string): Boxes {
  const boxes: unknown = JSON.parse(words);
  if (typeof boxes !== "object" || boxes === null || Array.isArray(boxes)) throw new Error("These are no boxes.");
  return boxes as Boxes;
}

/** Words that are one text, or the sentence in their place. */
export function openText(column: string, row: Row, sealed: string): string {
  const opened = tryOpen(column, row, sealed, String);
  return opened.isReadable ? opened.words : opened.instead;
}

/** The same of a text that older rows have in a plain column, until `npm run words:rotate` has sealed it. */
export function openOr(column: string, row: Row, sealed: string | null, plain: string): string;
export function openOr(column: string, row: Row, sealed: string | null, plain: string | null): string | null;
export function openOr(column: string, row: Row, sealed: string | null, plain: string | null): string | null {
  return sealed === null ? plain : openText(column, row, sealed);
}

const MOST_REMEMBERED = 10_000;
const logged = new Set<string>();

function unreadable(column: string, key: Key, why: string): { isReadable: false; instead: string } {
  const reference = referenceOf(column, key);
  if (!logged.has(reference)) {
    if (logged.size >= MOST_REMEMBERED) logged.clear();
    logged.add(reference);
    log().error({ column, key, reference, why }, "an encrypted text cannot be decrypted");
  }
  return { isReadable: false, instead: sayUnreadable(reference) };
}

function keyOf(row: Row): Key {
  return typeof row === "string" ? [row] : row;
}
