/** `npm run words:rotate`: seals everything with the first key of WORDS_KEYS; afterwards the others can go. */
import { patiently } from "@/lib/patience";
import { rotateKeys } from "@/lib/sealing/rotate";

console.log(`${await patiently(rotateKeys)} texts were sealed anew.`);
process.exit(0);
