import { env } from "@/lib/foundation/env";
import { decrypt } from "@/lib/foundation/sealing/cipher";
import { type Key, placeOf } from "@/lib/foundation/sealing/places";

/** The words under the row's right name and no other; throws where they cannot be opened. */
export function unseal(column: string, row: string | Key, sealed: string): string {
  return decrypt(env().wordsKeys, placeOf(column, typeof row === "string" ? [row] : row), sealed);
}
