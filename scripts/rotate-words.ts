/** `npm run words:rotate`: seals everything with the first key of WORDS_KEYS; afterwards the others can go. */
import { withLongStatements } from "@/lib/foundation/long-statements";
import { rotateKeys } from "@/lib/foundation/sealing/rotate";

const MOST_NAMED = 50;

const { sealedAnew, rescued, left } = await withLongStatements(rotateKeys);
console.log(`${sealedAnew} texts were sealed anew.`);
if (rescued > 0) console.log(`${rescued} of them could be read only by trying: their ids had been typed in capitals.`);
if (left.length > 0) {
  console.warn(`${left.length} texts stay as they are:`);
  for (const { column, reference, why } of left.slice(0, MOST_NAMED)) console.warn(`  ${reference} in ${column}: ${why}`);
  if (left.length > MOST_NAMED) console.warn(`  and ${left.length - MOST_NAMED} more.`);
  console.warn("A key that is named here and is not in WORDS_KEYS would open them: put it back if you have it.");
}
process.exit(0);
