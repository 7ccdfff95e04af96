import { randomInt } from "node:crypto";

/** Nothing that is mistaken for something else when it is read aloud or written down. */
const CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 5;

/** "H-7K3Q9": one of some thirty million; the table has each once. */
export function makeReference(): string {
  return `H-${Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join("")}`;
}
