import { createHash } from "node:crypto";
import { decrypt } from "./cipher";
import { type Key, placeOf, placesInAnyMix, placesInCapitals } from "./places";
import type { KeyRing } from "./words-keys";

/** The text of a row, or why it cannot be decrypted. `isMisplaced`: it was encrypted under another spelling of the row's id. */
export type Found = { words: string; isMisplaced: boolean } | { words: null; why: string };

/**
 * Decrypts a text, bound to the id of its row or to that id in capitals; never throws. `tryHard` also tries any mix of
 * capitals, which takes up to a second if the text cannot be decrypted at all.
 */
export function findWords(ring: KeyRing, column: string, key: Key, sealed: string, tryHard = false): Found {
  const words = attempt(ring, placeOf(column, key), sealed);
  if (typeof words === "string") return { words, isMisplaced: false };
  // Without the key, no other spelling can help.
  if (!ring.keys.has(keyNameOf(sealed))) return { words: null, why: words.message };
  for (const places of tryHard ? [placesInCapitals, placesInAnyMix] : [placesInCapitals]) {
    for (const place of places(column, key)) {
      const found = attempt(ring, place, sealed);
      if (typeof found === "string") return { words: found, isMisplaced: true };
    }
  }
  return { words: null, why: words.message };
}

/** The name of the key that has sealed it. */
export function keyNameOf(sealed: string): string {
  return sealed.slice(0, Math.max(0, sealed.indexOf(".")));
}

function attempt(ring: KeyRing, place: string, sealed: string): string | Error {
  try {
    return decrypt(ring, place, sealed);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Leaves out characters that sound or look alike. */
const CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 8;

/** "W-7K3Q9F2X": what a member quotes, and staff find; the same for the same row, and telling nothing about it. */
export function referenceOf(column: string, key: Key): string {
  const bytes = createHash("sha256").update(placeOf(column, key)).digest().subarray(0, LENGTH);
  return `W-${Array.from(bytes, (byte) => CHARACTERS[byte % CHARACTERS.length]).join("")}`;
}
