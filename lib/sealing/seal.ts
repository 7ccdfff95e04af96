import { env } from "@/lib/env";
import { decrypt, encrypt } from "./cipher";
import { placeOf } from "./places";

/** The name of a sealed column's row: its id, or all the columns of its key in the order of places.ts. */
type Key = string | readonly (string | number)[];

/** Words as the database keeps them. `column` is "table.column", `key` names the row; both are needed to read them again. */
export function seal(column: string, key: Key, words: string): string {
  return encrypt(env().wordsKeys, placeOf(column, listOf(key)), words);
}

/** The words of a sealed column. Throws when they were changed, moved to another row, or sealed with a key we have not got. */
export function unseal(column: string, key: Key, sealed: string): string {
  return decrypt(env().wordsKeys, placeOf(column, listOf(key)), sealed);
}

function listOf(key: Key): readonly (string | number)[] {
  return typeof key === "string" ? [key] : key;
}
