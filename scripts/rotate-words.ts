/** `npm run words:rotate`: re-encrypts everything with the first key of WORDS_KEYS; afterwards the others can be removed. */
import { withLongStatements } from "@/lib/foundation/long-statements";
import { rotateKeys } from "@/lib/foundation/sealing/rotate";

const MOST_NAMED = 50;

const { sealedFirst, sealedAnew, rescued, left } = await withLongStatements(rotateKeys);
if (sealedFirst > 0) console.log(`${sealedFirst} texts that an older version had stored unencrypted were encrypted.`);
console.log(`${sealedAnew} texts were re-encrypted.`);
if (rescued > 0)
  console.log(`${rescued} of them could only be decrypted by trying, because their ids had been typed in capitals.`);
if (left.length > 0) {
  console.warn(`${left.length} texts could not be re-encrypted:`);
  for (const { column, reference, why } of left.slice(0, MOST_NAMED)) console.warn(`  ${reference} in ${column}: ${why}`);
  if (left.length > MOST_NAMED) console.warn(`  and ${left.length - MOST_NAMED} more.`);
  console.warn("If a key named here is missing from WORDS_KEYS, put it back if you still have it.");
}
process.exit(0);
